package vn.lienthong.hub.intake;

import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.time.HybridClock;

/** Gives a body its receipt and its stamp and puts it on the broker. */
@Component
class Acceptance {

    private final DoorMemory memory;
    private final BrokerDoor broker;
    private final HybridClock stamps;
    private final Clock clock;

    Acceptance(DoorMemory memory, BrokerDoor broker, HybridClock stamps, Clock clock) {
        this.memory = memory;
        this.broker = broker;
        this.stamps = stamps;
        this.clock = clock;
    }

    /** Completes when the submission is durable. */
    Mono<Push> accept(Sender sender, PushHeaders headers, String correlationId, Body body) {
        return memory.claim(sender.id(), headers.idempotencyKey(), body.sha256())
                .flatMap(claim -> {
                    var push = new Push(
                            claim.receipt(), sender.id(), stamps.next(), clock.millis(), body, headers, correlationId);
                    return claim.kept() ? Mono.just(push) : send(push);
                });
    }

    private Mono<Push> send(Push push) {
        return Mono.fromFuture(broker.send(push), true).thenReturn(push).doOnNext(memory::confirmed);
    }
}
