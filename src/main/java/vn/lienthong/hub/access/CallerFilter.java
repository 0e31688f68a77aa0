package vn.lienthong.hub.access;

import java.util.Optional;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.platform.http.Problems;

/** Turns a key or a token into a caller; one that opens nothing is told so before anything else is revealed. */
final class CallerFilter implements WebFilter {

    private final Callers callers;
    private final Problems problems;

    CallerFilter(Callers callers, Problems problems) {
        this.callers = callers;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String presented = Callers.presented(exchange.getRequest());
        Optional<Caller> caller = callers.recognise(presented, exchange);
        if (caller.isEmpty() && presented == null) {
            return chain.filter(exchange);
        }
        if (caller.isEmpty()) {
            return problems.write(exchange, Callers.UNKNOWN_KEY);
        }
        if (!caller.get().reach().covers(exchange.getRequest())) {
            return problems.write(exchange, Callers.beyond(exchange.getRequest()));
        }
        exchange.getAttributes().put(Caller.ATTRIBUTE, caller.get());
        return chain.filter(exchange)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(new CallerAuthentication(caller.get())));
    }
}
