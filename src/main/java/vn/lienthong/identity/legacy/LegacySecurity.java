package vn.lienthong.identity.legacy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.lienthong.identity.page.Pages;

/** The chain of tickets and proxies: what is shown decides, so everybody may ask; the one form carries a CSRF token. */
@Configuration(proxyBeanMethods = false)
class LegacySecurity {

    @Bean
    @Order(8)
    SecurityFilterChain legacyChain(HttpSecurity http) {
        return http.securityMatcher("/cas/**", "/proxy/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/cas/login",
                                "/cas/consent",
                                "/cas/serviceValidate",
                                "/cas/p3/serviceValidate",
                                "/cas/logout",
                                "/proxy/auth",
                                "/proxy/session")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(Pages.POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }
}
