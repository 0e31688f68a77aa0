package vn.lienthong.identity.http;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import vn.lienthong.infra.HubHome;

/** The chain of the API: our own tokens by scope, or the administrator of this machine. No session, so no CSRF. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String INSPECTS = "SCOPE_" + Callers.INSPECT;
    private static final String OPERATES = "SCOPE_" + Callers.OPERATE;
    private static final String ADMINISTERS = "SCOPE_" + Callers.ADMINISTER;

    @Bean
    @Order(5)
    SecurityFilterChain apiChain(HttpSecurity http, HubHome home, Environment environment) {
        return http.securityMatcher("/api/**", "/actuator/prometheus")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET, "/api/v1/identity/audit", "/api/v1/identity/audit/**")
                        .hasAnyAuthority(INSPECTS, OPERATES, ADMINISTERS)
                        .requestMatchers("/api/v1/identity/conflicts/**", "/api/v1/identity/logins/**")
                        .hasAnyAuthority(OPERATES, ADMINISTERS)
                        .requestMatchers(HttpMethod.GET, "/api/v1/identity/**", "/actuator/prometheus")
                        .hasAnyAuthority(OPERATES, ADMINISTERS)
                        .anyRequest()
                        .hasAuthority(ADMINISTERS))
                .addFilterBefore(new MachineAdministrator(home, environment), BearerTokenAuthenticationFilter.class)
                .oauth2ResourceServer(resource -> resource.jwt(withDefaults()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }
}
