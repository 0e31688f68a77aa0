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

/**
 * Receipts of ours that somebody asked about and the register does not know. After fifteen minutes without an answer
 * each is an alarm: a submission we confirmed may be lost.
 */
@Component
class UnknownReceipts {

    private static final Logger log = LoggerFactory.getLogger(UnknownReceipts.class);
    private static final Duration ALARM_AFTER = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final JdbcClient db;
    private final Clock clock;
    private final Map<UUID, Instant> firstAsked = new ConcurrentHashMap<>();
    private final AtomicInteger overdue = new AtomicInteger();

    UnknownReceipts(JdbcClient db, Clock clock, MeterRegistry meters) {
        this.db = db;
        this.clock = clock;
        Gauge.builder("lienthong.intake.receipts.unknown", overdue, AtomicInteger::get)
                .description("Valid receipts asked for that the register has not known for 15 minutes")
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
        } catch (DataAccessException unanswered) {
            log.debug("Unknown receipts not checked", unanswered);
            return;
        }
        Instant before = clock.instant().minus(ALARM_AFTER);
        long late = firstAsked.values().stream()
                .filter(asked -> asked.isBefore(before))
                .count();
        overdue.set((int) late);
        if (late > 0) {
            log.error("{} valid receipts have been unknown to the register for 15 minutes", late);
        }
    }

    private List<UUID> known() {
        return firstAsked.isEmpty()
                ? List.of()
                : db.sql("select receipt from hub.receipts where receipt = any(cast(:asked as uuid[]))")
                        .param(
                                "asked",
                                firstAsked.keySet().stream().map(UUID::toString).toArray(String[]::new))
                        .query(UUID.class)
                        .list();
    }
}
