package vn.lienthong.hub.console.session;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The end of a log-in at the provider: its tokens become a visit, and nothing else keeps them. */
@Component
class LogIn
        implements ServerOAuth2AuthorizedClientRepository,
                ServerAuthenticationSuccessHandler,
                ServerAuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(LogIn.class);
    private static final String GRANTED = LogIn.class.getName();
    private static final Duration EARLIER = Duration.ofSeconds(30);

    private final Admissions admissions;
    private final Targets targets;

    LogIn(Admissions admissions, Targets targets) {
        this.admissions = admissions;
        this.targets = targets;
    }

    @Override
    public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
            String registration, Authentication principal, ServerWebExchange exchange) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> saveAuthorizedClient(
            OAuth2AuthorizedClient client, Authentication principal, ServerWebExchange exchange) {
        exchange.getAttributes().put(GRANTED, client);
        return Mono.empty();
    }

    @Override
    public Mono<Void> removeAuthorizedClient(
            String registration, Authentication principal, ServerWebExchange exchange) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange at, Authentication authentication) {
        ServerWebExchange exchange = at.getExchange();
        OAuth2AuthorizedClient granted = Objects.requireNonNull(exchange.getAttribute(GRANTED));
        Instant ends = Objects.requireNonNull(granted.getAccessToken().getExpiresAt());
        @Nullable OAuth2RefreshToken refresh = granted.getRefreshToken();
        String hint = authentication.getPrincipal() instanceof OidcUser user
                ? user.getIdToken().getTokenValue()
                : null;
        return admissions
                .arrive(
                        exchange,
                        granted.getAccessToken().getTokenValue(),
                        refresh == null ? null : refresh.getTokenValue(),
                        ends.minus(EARLIER),
                        hint)
                .flatMap(in -> go(exchange, in ? targets.taken(exchange) : "/console/log-in?problem=no-rights"));
    }

    @Override
    public Mono<Void> onAuthenticationFailure(WebFilterExchange at, AuthenticationException failure) {
        log.warn("A log-in by the provider failed: {}", String.valueOf(failure.getMessage()));
        return go(at.getExchange(), "/console/log-in?problem=failed");
    }

    static Mono<Void> go(ServerWebExchange exchange, String address) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(URI.create(address));
        return exchange.getResponse().setComplete();
    }
}
