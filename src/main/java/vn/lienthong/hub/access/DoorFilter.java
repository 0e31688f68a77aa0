package vn.lienthong.hub.access;

import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.platform.Problems;

/** Nobody gets to the door without a key; whose submissions the key opens, the door itself knows. */
final class DoorFilter implements WebFilter {

    private final Callers callers;
    private final Problems problems;

    DoorFilter(Callers callers, Problems problems) {
        this.callers = callers;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Optional<Caller> caller = Optional.ofNullable(Callers.presented(exchange.getRequest()))
                .flatMap(presented -> callers.recognise(presented, exchange.getRequest()));
        if (caller.isEmpty()) {
            return problems.write(exchange, Callers.UNKNOWN_KEY);
        }
        exchange.getAttributes().put(Caller.ATTRIBUTE, caller.get());
        return chain.filter(exchange);
    }
}
