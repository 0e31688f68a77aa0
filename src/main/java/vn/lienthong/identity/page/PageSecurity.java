package vn.lienthong.identity.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.lienthong.identity.upstream.UpstreamLogin;
import vn.lienthong.identity.upstream.UpwardDeparture;

/** The chain of pages: what is open is listed, every form carries a CSRF token, nothing may be framed or scripted. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    private static final String[] OPEN = {
        "/login",
        "/logout",
        "/logged-out",
        UpwardDeparture.BACK,
        "/identity.css",
        "/openapi.json",
        "/error",
        "/actuator/health/**"
    };

    @Bean
    @Order(10)
    SecurityFilterChain pageChain(HttpSecurity http, UpstreamLogin upstream) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/consent", "/account")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(Pages.POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .logout(logout -> logout.disable());
        upstream.addTo(http, "/login");
        return http.build();
    }
}
