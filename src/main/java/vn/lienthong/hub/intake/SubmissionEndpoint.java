package vn.lienthong.hub.intake;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.catalog.sender.Sender;

/**
 * The door: {@code POST /api/v1/senders/{sender}/submissions}. A plain {@link WebHandler}, since every push passes here
 * and needs nothing that a controller adds.
 */
@Component
class SubmissionEndpoint implements WebHandler {

    static final String PATH = "/api/v1/senders/{sender}/submissions";

    private final FrontDoor door;
    private final DoorReplies replies;

    SubmissionEndpoint(FrontDoor door, DoorReplies replies) {
        this.door = door;
        this.replies = replies;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        if (exchange.getRequest().getMethod() != HttpMethod.POST) {
            return Mono.error(
                    new MethodNotAllowedException(exchange.getRequest().getMethod(), Set.of(HttpMethod.POST)));
        }
        return Mono.defer(() -> take(exchange)).doOnError(door::rejected);
    }

    private Mono<Void> take(ServerWebExchange exchange) {
        Sender sender = door.admit(exchange, sender(exchange));
        return door.push(exchange, sender, UnaryOperator.identity())
                .flatMap(push -> replies.answer(exchange, sender, push));
    }

    static String sender(ServerWebExchange exchange) {
        Map<String, String> variables = exchange.getRequiredAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return String.valueOf(variables.get("sender"));
    }
}
