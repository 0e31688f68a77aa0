package vn.lienthong.hub.intake.submissions;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.routes.QueueDepths;

/**
 * Receipts of ours that somebody asked about and the register does not know. After fifteen minutes, and with nothing
 * left in the sender's queue, each is an alarm: a submission we confirmed may be lost.
 */
@Component
class UnknownReceipts {

    private static final Logger log = LoggerFactory.getLogger(UnknownReceipts.class);
    private static final Duration ALARM_AFTER = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final JdbcClient db;
    private final DoorQueues queues;
    private final Clock clock;
    private final Map<UUID, Instant> firstAsked = new ConcurrentHashMap<>();
    private final AtomicInteger overdue = new AtomicInteger();

    UnknownReceipts(JdbcClient db, DoorQueues queues, Clock clock, MeterRegistry meters) {
        this.db = db;
        this.queues = queues;
        this.clock = clock;
        Gauge.builder("lienthong.intake.receipts.unknown", overdue, AtomicInteger::get)
                .description(
                        "Valid receipts unknown to the register for 15 minutes while their queue is empty: an alarm")
                .register(meters);
    }

    /** Only receipts whose MAC was checked get here. */
    void asked(UUID receipt) {
        if (firstAsked.size() < REMEMBERED) {
            firstAsked.putIfAbsent(receipt, clock.instant());
        }
    }

    @Scheduled(fixedDelay = 60_000)
    void look() {
        try {
            firstAsked.keySet().removeAll(known());
            tell(late());
        } catch (DataAccessException | QueueDepths.BrokerUnreachable unanswered) {
            log.debug("Unknown receipts not checked", unanswered);
        }
    }

    private int late() {
        Instant before = clock.instant().minus(ALARM_AFTER);
        return (int) firstAsked.entrySet().stream()
                .filter(asked -> asked.getValue().isBefore(before) && queues.empty(asked.getKey()))
                .count();
    }

    private void tell(int late) {
        overdue.set(late);
        if (late > 0) {
            log.error("{} valid receipts have been unknown to the register for 15 minutes", late);
        }
    }

    private List<UUID> known() {
        return firstAsked.isEmpty()
                ? List.of()
                : db.sql(
                                "select receipt from hub.receipts where receipt = any((select cast(:asked as uuid[]))::uuid[])")
                        .param(
                                "asked",
                                firstAsked.keySet().stream().map(UUID::toString).toArray(String[]::new))
                        .query(UUID.class)
                        .list();
    }
}
