package vn.lienthong.hub.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.http.Problems;

/** The whole security of a page that is asked for often: a key or a token, in one of these roles. */
final class KeyFilter implements WebFilter {

    private final Callers callers;
    private final Problems problems;
    private final Set<Role> allowed;
    private final boolean basic;

    KeyFilter(Callers callers, Problems problems, Set<Role> allowed) {
        this(callers, problems, allowed, false);
    }

    /** {@code basic}: the key may also come as the password of HTTP Basic, which some tools can do alone. */
    KeyFilter(Callers callers, Problems problems, Set<Role> allowed, boolean basic) {
        this.callers = callers;
        this.problems = problems;
        this.allowed = Set.copyOf(allowed);
        this.basic = basic;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Optional<Caller> caller = callers.recognise(presented(exchange), exchange);
        if (caller.isEmpty()) {
            if (basic) {
                exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"lienthong\"");
            }
            return problems.write(exchange, Callers.UNKNOWN_KEY);
        }
        if (!allowed.contains(caller.get().role())) {
            return problems.write(exchange, Callers.FORBIDDEN);
        }
        if (!caller.get().reach().covers(exchange.getRequest())) {
            return problems.write(exchange, Callers.beyond(exchange.getRequest()));
        }
        exchange.getAttributes().put(Caller.ATTRIBUTE, caller.get());
        return chain.filter(exchange);
    }

    private @Nullable String presented(ServerWebExchange exchange) {
        return basic ? Callers.presentedOrBasic(exchange.getRequest()) : Callers.presented(exchange.getRequest());
    }
}
