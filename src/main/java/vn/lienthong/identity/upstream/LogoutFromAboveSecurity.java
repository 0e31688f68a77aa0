package vn.lienthong.identity.upstream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The chain of what providers tell us: signed or named, without any session of ours. */
@Configuration(proxyBeanMethods = false)
class LogoutFromAboveSecurity {

    @Bean
    @Order(7)
    SecurityFilterChain fromAboveChain(HttpSecurity http) {
        return http.securityMatcher("/logout/above/*")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }
}
