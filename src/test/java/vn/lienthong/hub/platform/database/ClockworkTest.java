package vn.lienthong.hub.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class ClockworkTest {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final AtomicBoolean answers = new AtomicBoolean();
    private final AtomicInteger times = new AtomicInteger();
    private final DatabaseBreaker breaker = new DatabaseBreaker(this::probe, PAUSE, Clock.systemUTC());
    private final Clockwork clockwork = new Clockwork("tested", 1, breaker);

    @AfterEach
    void stop() {
        clockwork.close();
        breaker.destroy();
    }

    @Test
    void doesAgainWhatFailed() {
        clockwork.every(PAUSE, () -> {
            times.incrementAndGet();
            throw new IllegalStateException("never done");
        });

        await().until(() -> times.get() > 2);
        assertThat(breaker.available()).isTrue();
    }

    @Test
    void standsStillFromTheTaskThatFoundPostgreSqlAwayUntilItIsBack() {
        clockwork.every(PAUSE, () -> {
            if (times.incrementAndGet() == 1) {
                throw new CannotCreateTransactionException("no", new SQLTransientConnectionException("away", "08006"));
            }
        });
        await().until(() -> !breaker.available());
        clockwork.quietly(times::incrementAndGet);
        assertThat(times).hasValue(1);

        answers.set(true);
        await().until(() -> times.get() > 2);
    }

    private void probe() {
        if (!answers.get()) {
            throw new IllegalStateException("still away");
        }
    }
}
