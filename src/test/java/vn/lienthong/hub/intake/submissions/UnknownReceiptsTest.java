package vn.lienthong.hub.intake.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.intake.Receipts;

/** A receipt we gave and the register never saw (delivery rules, section 2). */
@ExtendWith(OneHub.class)
class UnknownReceiptsTest {

    private static final String SENDER = "health";
    private static final String REASON = "{\"reason\":\"test\"}";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-08-24T02:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RunningHub hub;
    private final UnknownReceipts unknown;

    UnknownReceiptsTest(RunningHub hub) {
        this.hub = hub;
        this.unknown =
                new UnknownReceipts(hub.bean(JdbcClient.class), hub.bean(DoorQueues.class), new Moving(now), meters);
    }

    @Test
    void raisesAnAlarmAfterFifteenMinutes() {
        unknown.asked(issued());
        now.getAndUpdate(before -> before.plus(Duration.ofMinutes(14)));
        assertThat(alarms()).isZero();

        now.getAndUpdate(before -> before.plus(Duration.ofMinutes(2)));

        assertThat(alarms()).isOne();
    }

    @Test
    void waitsWhileTheQueueOfItsSenderIsNotEmpty() {
        HubClient operator = hub.as("operator");
        String route = "/api/v1/routes/receive-" + SENDER;
        operator.posts(route + "/suspend", REASON).is(200);
        try {
            hub.as(SENDER).uploads(SENDER, HealthRegister.of(1, 8_000));
            unknown.asked(issued());
            now.getAndUpdate(before -> before.plus(Duration.ofMinutes(16)));
            assertThat(alarms()).isZero();
        } finally {
            operator.posts(route + "/resume", REASON).is(200);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> alarms() == 1);
    }

    @Test
    void forgetsAReceiptTheRegisterHasSeenMeanwhile() {
        UUID seen = UUID.randomUUID();
        unknown.asked(seen);
        hub.bean(JdbcClient.class)
                .sql("insert into hub.receipts values (:id, 'health', 'hash', now())")
                .param("id", seen)
                .update();
        now.getAndUpdate(before -> before.plus(Duration.ofMinutes(16)));

        assertThat(alarms()).isZero();
    }

    private UUID issued() {
        return hub.bean(Receipts.class).issue(SENDER, null).id();
    }

    private long alarms() {
        unknown.look();
        return (long) meters.get("lienthong.intake.receipts.unknown").gauge().value();
    }

    private static final class Moving extends Clock {

        private final AtomicReference<Instant> now;

        Moving(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(now.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
