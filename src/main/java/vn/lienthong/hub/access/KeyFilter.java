package vn.lienthong.hub.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.http.Problems;

/** The whole security of a page that is asked for often: a key, in one of these roles. */
final class KeyFilter implements WebFilter {

    private final Callers callers;
    private final Problems problems;
    private final Set<Role> allowed;

    KeyFilter(Callers callers, Problems problems, Set<Role> allowed) {
        this.callers = callers;
        this.problems = problems;
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Optional<Caller> caller = Optional.ofNullable(Callers.presented(exchange.getRequest()))
                .flatMap(presented -> callers.recognise(presented, exchange.getRequest()));
        if (caller.isEmpty()) {
            return problems.write(exchange, Callers.UNKNOWN_KEY);
        }
        if (!allowed.contains(caller.get().role())) {
            return problems.write(exchange, Callers.FORBIDDEN);
        }
        exchange.getAttributes().put(Caller.ATTRIBUTE, caller.get());
        return chain.filter(exchange);
    }
}
