package vn.lienthong.hub.intake;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Doors that wait for an outcome: woken in the process that settled it, and looking for themselves four times a second
 * when another node did.
 *
 * <p>The register's side tells us, so it is looked up only when it is asked something.
 */
@Component
class OutcomeWaits implements Outcomes {

    private static final int MOST = 1_000;
    private static final int RECORDS_TOLD = 20;
    private static final Duration LOOK = Duration.ofMillis(250);

    private final ConcurrentMap<UUID, Sinks.Many<Long>> waiting = new ConcurrentHashMap<>();
    private final ObjectProvider<SubmissionOutcomes> outcomes;
    private final DoorMemory memory;
    private final Scheduler blocking;

    OutcomeWaits(ObjectProvider<SubmissionOutcomes> outcomes, DoorMemory memory, Scheduler blocking) {
        this.outcomes = outcomes;
        this.memory = memory;
        this.blocking = blocking;
    }

    @Override
    public void settled(UUID receipt) {
        memory.settled(receipt);
        Sinks.Many<Long> waker = waiting.get(receipt);
        if (waker != null) {
            waker.tryEmitNext(0L);
        }
    }

    /** The outcome once every record has ended; empty when that takes longer, or too many wait already. */
    Mono<SubmissionOutcome> await(Receipt receipt, Duration patience) {
        if (waiting.size() >= MOST) {
            return Mono.empty();
        }
        Sinks.Many<Long> waker = waiting.computeIfAbsent(
                receipt.id(), id -> Sinks.many().multicast().directBestEffort());
        return Flux.merge(waker.asFlux(), Flux.interval(Duration.ZERO, LOOK))
                .onBackpressureLatest()
                .concatMap(tick -> look(receipt), 1)
                .next()
                .timeout(patience, Mono.empty())
                .doFinally(signal -> waiting.remove(receipt.id(), waker));
    }

    private Mono<SubmissionOutcome> look(Receipt receipt) {
        return Mono.fromCallable(() -> outcomes.getObject().find(receipt.id(), 0, RECORDS_TOLD))
                .subscribeOn(blocking)
                .flatMap(Mono::justOrEmpty)
                .filter(SubmissionOutcome::complete)
                .onErrorResume(unreadable -> Mono.empty());
    }
}
