package vn.lienthong.hub.platform.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether PostgreSQL is there. The first failure to reach it opens the breaker and stops every consumer; a probe each
 * second closes it again.
 */
@Component
public class DatabaseBreaker implements DisposableBean {

    /** Told at once and in the thread that noticed, so it must not wait for anything. */
    public interface Listener {

        void databaseWentAway();

        void databaseCameBack();
    }

    private static final Logger log = LoggerFactory.getLogger(DatabaseBreaker.class);

    private final Runnable probe;
    private final Duration every;
    private final Clock clock;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Instant> awaySince = new AtomicReference<>();
    private final ScheduledExecutorService prober = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-probe").factory());

    /** The probe writes and commits: a full disk or a replica answers reads and is still of no use. */
    @Autowired
    DatabaseBreaker(JdbcClient db, Clock clock) {
        this(() -> db.sql("update hub.heartbeat set at = now()").update(), Duration.ofSeconds(1), clock);
    }

    DatabaseBreaker(Runnable probe, Duration every, Clock clock) {
        this.probe = probe;
        this.every = every;
        this.clock = clock;
    }

    public boolean available() {
        return awaySince.get() == null;
    }

    /** Since when PostgreSQL is away; empty while it is there. */
    public Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince.get());
    }

    /** Opens the breaker if this failure says that PostgreSQL is away; any other failure is none of its business. */
    public void failed(@Nullable Throwable failure) {
        if (DatabaseFailure.meansAway(failure) && awaySince.compareAndSet(null, clock.instant())) {
            log.warn("PostgreSQL is away: consumers stop until it answers again");
            listeners.forEach(Listener::databaseWentAway);
            probeSoon();
        }
    }

    /** For what a timer measures: while PostgreSQL is away, and when it does not answer, the last numbers stay. */
    public void measure(String what, Runnable measurement) {
        if (!available()) {
            return;
        }
        try {
            measurement.run();
        } catch (RuntimeException unanswered) {
            log.debug("{} not measured", what, unanswered);
            failed(unanswered);
        }
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void destroy() {
        prober.shutdownNow();
    }

    private void probeSoon() {
        prober.schedule(this::tryAgain, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryAgain() {
        try {
            probe.run();
        } catch (RuntimeException stillAway) {
            probeSoon();
            return;
        }
        awaySince.set(null);
        log.warn("PostgreSQL is back: consumers resume");
        listeners.forEach(Listener::databaseCameBack);
    }
}
