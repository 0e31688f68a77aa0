package vn.lienthong.hub.intake;

import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.http.Correlation;

/**
 * The door: {@code POST /api/v1/senders/{sender}/submissions}. A plain {@link WebHandler}, since every push passes here
 * and needs nothing that a controller adds.
 */
@Component
class SubmissionEndpoint implements WebHandler {

    static final String PATH = "/api/v1/senders/{sender}/submissions";

    private final Doorkeeper doorkeeper;
    private final Pace pace;
    private final Turnstile turnstile;
    private final Bodies bodies;
    private final Acceptance acceptance;
    private final DoorReplies replies;
    private final DoorMeters meters;
    private final DoorSettings settings;

    SubmissionEndpoint(
            Doorkeeper doorkeeper,
            Pace pace,
            Turnstile turnstile,
            Bodies bodies,
            Acceptance acceptance,
            DoorReplies replies,
            DoorMeters meters,
            DoorSettings settings) {
        this.doorkeeper = doorkeeper;
        this.pace = pace;
        this.turnstile = turnstile;
        this.bodies = bodies;
        this.acceptance = acceptance;
        this.replies = replies;
        this.meters = meters;
        this.settings = settings;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        if (exchange.getRequest().getMethod() != HttpMethod.POST) {
            return Mono.error(
                    new MethodNotAllowedException(exchange.getRequest().getMethod(), Set.of(HttpMethod.POST)));
        }
        return Mono.defer(() -> take(exchange)).doOnError(meters::rejected);
    }

    private Mono<Void> take(ServerWebExchange exchange) {
        long started = System.nanoTime();
        HttpHeaders headers = exchange.getRequest().getHeaders();
        Caller caller = Caller.of(exchange).orElseThrow(() -> Rejections.FOREIGN_SENDER);
        Sender sender = doorkeeper.admit(caller, sender(exchange), headers);
        Turnstile.Pass own = pace.enter(sender);
        return Mono.defer(() -> push(exchange.getRequest(), sender, PushHeaders.of(headers), Correlation.of(exchange)))
                .doFinally(end -> own.giveBack())
                .doOnNext(push -> meters.accepted(sender.id(), started))
                .flatMap(push -> replies.answer(exchange, sender, push));
    }

    private Mono<Push> push(ServerHttpRequest request, Sender sender, PushHeaders headers, String correlationId) {
        long length = request.getHeaders().getContentLength();
        boolean inline = length > 0 && length <= settings.inline().toBytes();
        Turnstile.Pass pass = inline ? turnstile.enter(length) : turnstile.enterSpooling();
        Mono<Body> body = inline
                ? bodies.collect(request.getBody(), (int) length)
                : bodies.spool(request.getBody(), sender.maxBodyBytes());
        return body.flatMap(taken -> acceptance.accept(sender, headers, correlationId, taken))
                .doFinally(end -> pass.giveBack());
    }

    private static String sender(ServerWebExchange exchange) {
        Map<String, String> variables = exchange.getRequiredAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return String.valueOf(variables.get("sender"));
    }
}
