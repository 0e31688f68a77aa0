package vn.lienthong.hub.dispatch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Saves waiting: rung when there is something to plan, or something new to fetch; whoever misses it looks anyway. */
@Component
class Bell {

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final AtomicBoolean rung = new AtomicBoolean(true);
    private final Sinks.Many<Long> fetchers = Sinks.many().multicast().directBestEffort();

    void ring() {
        rung.lazySet(true);
    }

    /** Whether it was rung since it was last asked. */
    boolean answered() {
        return rung.getAndSet(false);
    }

    void somethingToFetch() {
        fetchers.tryEmitNext(0L);
    }

    /** Now, whenever there may be something to fetch, and every other second. */
    Flux<Long> looks() {
        return Flux.merge(fetchers.asFlux(), Flux.interval(Duration.ZERO, LOOK)).onBackpressureLatest();
    }
}
