package vn.lienthong.hub.intake;

import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.http.Correlation;

/** What every push over HTTP passes on its way to the broker, whatever it is wrapped in. */
@Component
class FrontDoor {

    private final Doorkeeper doorkeeper;
    private final Pace pace;
    private final Turnstile turnstile;
    private final Bodies bodies;
    private final Acceptance acceptance;
    private final DoorMeters meters;
    private final DoorSettings settings;

    FrontDoor(
            Doorkeeper doorkeeper,
            Pace pace,
            Turnstile turnstile,
            Bodies bodies,
            Acceptance acceptance,
            DoorMeters meters,
            DoorSettings settings) {
        this.doorkeeper = doorkeeper;
        this.pace = pace;
        this.turnstile = turnstile;
        this.bodies = bodies;
        this.acceptance = acceptance;
        this.meters = meters;
        this.settings = settings;
    }

    /** The sender with this id, when the caller may push for it. */
    Sender admit(ServerWebExchange exchange, String id) {
        Caller caller = Caller.of(exchange).orElseThrow(() -> Rejections.FOREIGN_SENDER);
        return doorkeeper.admit(caller, id, exchange.getRequest().getHeaders());
    }

    /** Completes when the submission is durable; {@code checked} may still turn a body down that has come in. */
    Mono<Push> push(ServerWebExchange exchange, Sender sender, UnaryOperator<Mono<Body>> checked) {
        long started = System.nanoTime();
        Turnstile.Pass own = pace.enter(sender);
        return pace.turn(sender)
                .then(Mono.defer(() ->
                        push(exchange.getRequest(), sender, headers(exchange), Correlation.of(exchange), checked)))
                .doFinally(end -> own.giveBack())
                .doOnNext(push -> meters.accepted(sender.id(), started));
    }

    private static PushHeaders headers(ServerWebExchange exchange) {
        Set<String> granted =
                Caller.of(exchange).map(caller -> caller.reach().procedures()).orElse(Set.of());
        return PushHeaders.of(exchange.getRequest().getHeaders()).within(granted);
    }

    private Mono<Push> push(
            ServerHttpRequest request,
            Sender sender,
            PushHeaders headers,
            String correlationId,
            UnaryOperator<Mono<Body>> checked) {
        long length = request.getHeaders().getContentLength();
        boolean inline = length > 0 && length <= settings.inline().toBytes();
        Turnstile.Pass pass = inline ? turnstile.enter(length) : turnstile.enterSpooling();
        Mono<Body> body = inline
                ? bodies.collect(request.getBody(), (int) length)
                : bodies.spool(request.getBody(), sender.maxBodyBytes());
        return checked.apply(body)
                .flatMap(taken -> acceptance.accept(sender, headers, correlationId, taken))
                .doFinally(end -> pass.giveBack());
    }

    /**
     * Reads a body that says itself who sends it, within the door's own bounds on memory and time; given up when longer
     * than {@code limit}.
     */
    <T> Mono<T> body(ServerWebExchange exchange, long limit, Function<byte[], Mono<T>> read) {
        long announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced > limit) {
            return Mono.error(Rejections.tooLarge(limit));
        }
        Turnstile.Pass pass = announced >= 0 ? turnstile.enter(announced) : turnstile.enter(limit);
        return bodies.inMemory(exchange.getRequest().getBody(), (int) limit)
                .flatMap(read)
                .doFinally(end -> pass.giveBack());
    }

    /** A push whose bytes have come in already. */
    Mono<Push> push(ServerWebExchange exchange, Caller caller, Sender sender, byte[] bytes) {
        long started = System.nanoTime();
        HttpHeaders headers = exchange.getRequest().getHeaders();
        doorkeeper.admit(caller, sender.id(), headers);
        Turnstile.Pass own = pace.enter(sender);
        Mono<Body> body = bytes.length <= settings.inline().toBytes()
                ? Mono.just(Bodies.inline(bytes))
                : bodies.spool(Flux.just(exchange.getResponse().bufferFactory().wrap(bytes)), sender.maxBodyBytes());
        return pace.turn(sender)
                .then(body)
                .flatMap(taken -> acceptance.accept(
                        sender,
                        PushHeaders.of(headers).within(caller.reach().procedures()),
                        Correlation.of(exchange),
                        taken))
                .doFinally(end -> own.giveBack())
                .doOnNext(push -> meters.accepted(sender.id(), started));
    }

    void rejected(Throwable failure) {
        meters.rejected(failure);
    }
}
