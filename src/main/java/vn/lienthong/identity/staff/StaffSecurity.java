package vn.lienthong.identity.staff;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.lienthong.identity.page.Pages;

/** The chain of staff's own pages: each form carries a CSRF token, nothing may be framed or scripted. */
@Configuration(proxyBeanMethods = false)
class StaffSecurity {

    static final String LOGIN = "/staff/login";

    @Bean
    @Order(9)
    SecurityFilterChain staffChain(HttpSecurity http) {
        return http.securityMatcher("/staff/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                LOGIN, "/staff/code", "/staff/factor", "/staff/renewal", "/staff/invitation")
                        .permitAll()
                        .requestMatchers("/staff/password", "/staff/onward")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(LOGIN)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(Pages.POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }
}
