package vn.lienthong.hub.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.platform.ProblemException;
import vn.lienthong.hub.platform.Problems;

/** Turns a key into a caller; a key that opens nothing is told so before anything else is revealed. */
class CallerFilter implements WebFilter {

    static final String KEY_HEADER = "X-Api-Key";
    static final ProblemException UNKNOWN_KEY =
            new ProblemException(HttpStatus.UNAUTHORIZED, "unauthorised", "A valid API key is needed");

    private static final String BEARER = "Bearer ";

    private final KeyRing ring;
    private final LocalAdmin admin;
    private final Problems problems;

    CallerFilter(KeyRing ring, LocalAdmin admin, Problems problems) {
        this.ring = ring;
        this.admin = admin;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String presented = presented(exchange.getRequest().getHeaders());
        if (presented == null) {
            return chain.filter(exchange);
        }
        Optional<Caller> caller = recognise(presented, exchange.getRequest());
        if (caller.isEmpty()) {
            return problems.write(exchange, UNKNOWN_KEY);
        }
        exchange.getAttributes().put(Caller.ATTRIBUTE, caller.get());
        return chain.filter(exchange)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(new CallerAuthentication(caller.get())));
    }

    private Optional<Caller> recognise(String presented, ServerHttpRequest request) {
        return ring.holder(presented).or(() -> admin.recognise(presented, request));
    }

    private static @Nullable String presented(HttpHeaders headers) {
        String key = headers.getFirst(KEY_HEADER);
        if (key != null) {
            return key;
        }
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return null;
        }
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : "";
    }
}
