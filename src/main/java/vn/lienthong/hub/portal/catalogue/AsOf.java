package vn.lienthong.hub.portal.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The day that a question about the catalogue is for, and the threads that may take their time over it. */
@Component
class AsOf {

    private final Clock clock;
    private final Scheduler blocking;

    AsOf(Clock clock, @Qualifier("blocking") Scheduler blocking) {
        this.clock = clock;
        this.blocking = blocking;
    }

    /** Today when nobody says which. */
    LocalDate day(@Nullable LocalDate on) {
        return on == null ? LocalDate.now(clock) : on;
    }

    <T> Mono<T> answer(Callable<T> question) {
        return Mono.fromCallable(question).subscribeOn(blocking);
    }
}
