package vn.lienthong.hub.console.session;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The pages of the console: nobody without a visit, no form of another site, no script but ours. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleSettings.class)
class ConsoleSecurity {

    private static final String[] OPEN = {"/console/log-in/**", "/console/assets/**", "/console/choice"};

    /** A log-out is a form that leads on to the provider. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self' ";

    @Bean
    @Order(1)
    SecurityWebFilterChain consolePages(
            ServerHttpSecurity http,
            ConsoleSettings settings,
            Visits visits,
            ConsoleCsrf csrf,
            LogIn logIn,
            LogInRequests begun,
            ConsoleClient client,
            @Qualifier("blocking") Scheduler blocking) {
        http.securityMatcher(new PathPatternParserServerWebExchangeMatcher("/console/**"))
                .securityContextRepository(visits)
                .addFilterBefore(new UploadLimit(), SecurityWebFiltersOrder.CSRF)
                .csrf(forms -> forms.csrfTokenRepository(csrf).csrfTokenRequestHandler(csrf))
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(headers -> headers(headers, settings.issuer()))
                .exceptionHandling(spec -> spec.authenticationEntryPoint((exchange, e) -> toLogIn(exchange)))
                .authorizeExchange(pages ->
                        pages.pathMatchers(OPEN).permitAll().anyExchange().authenticated());
        if (settings.byProvider()) {
            http.oauth2Login(in -> in.clientRegistrationRepository(client)
                    .authenticationMatcher(new PathPatternParserServerWebExchangeMatcher("/console/log-in/done"))
                    .authorizationRequestResolver(asking(client, blocking))
                    .authorizationRequestRepository(begun)
                    .authorizedClientRepository(logIn)
                    .securityContextRepository(visits)
                    .authenticationSuccessHandler(logIn)
                    .authenticationFailureHandler(logIn));
        }
        return http.build();
    }

    private static void headers(ServerHttpSecurity.HeaderSpec headers, String issuer) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY + issuer))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(frames -> frames.mode(Mode.DENY));
    }

    /** A page goes to the log-in; what a page asked for by itself is told, so that the page goes there. */
    private static Mono<Void> toLogIn(ServerWebExchange exchange) {
        HttpHeaders asked = exchange.getRequest().getHeaders();
        if (asked.containsHeader("HX-Request") || asked.containsHeader(Visits.BY_ITSELF)) {
            exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
            return exchange.getResponse().setComplete();
        }
        return LogIn.go(exchange, Targets.logInFor(exchange));
    }

    private static ServerOAuth2AuthorizationRequestResolver asking(ConsoleClient client, Scheduler blocking) {
        var resolver = new DefaultServerOAuth2AuthorizationRequestResolver(
                client, new PathPatternParserServerWebExchangeMatcher("/console/log-in/by/{registrationId}"));
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new ServerOAuth2AuthorizationRequestResolver() {
            @Override
            public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
                return resolver.resolve(exchange).subscribeOn(blocking);
            }

            @Override
            public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String registration) {
                return resolver.resolve(exchange, registration).subscribeOn(blocking);
            }
        };
    }
}
