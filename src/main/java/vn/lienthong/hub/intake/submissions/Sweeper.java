package vn.lienthong.hub.intake.submissions;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.routes.QueueDepths;
import vn.lienthong.hub.platform.routes.Queues;

/**
 * Finds records long in flight whose queues are empty, so that no message will ever finish them, and sends it again: a
 * hub may die between a commit and what follows it.
 */
@Component
class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration STALE_AFTER = Duration.ofMinutes(5);
    private static final int MOST_PER_SENDER = 1_000;
    private static final long ONE_NODE_AT_A_TIME = 0x696e74616b65L;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final DatabaseBreaker breaker;
    private final QueueDepths depths;
    private final Prompter prompter;
    private final Clock clock;

    Sweeper(
            JdbcClient db,
            TransactionTemplate transaction,
            DatabaseBreaker breaker,
            QueueDepths depths,
            Prompter prompter,
            Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.breaker = breaker;
        this.depths = depths;
        this.prompter = prompter;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void sweep() {
        if (!breaker.available()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> sweepAlone(STALE_AFTER));
        } catch (RuntimeException unavailable) {
            log.warn("Records long in flight not looked for: {}", unavailable.getMessage());
            breaker.failed(unavailable);
        }
    }

    /** How many messages were sent again; the lock ends with the transaction. */
    int sweepAlone(Duration staleAfter) {
        boolean alone = Objects.requireNonNull(db.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", ONE_NODE_AT_A_TIME)
                .query(Boolean.class)
                .single());
        return alone
                ? senders(staleAfter).stream()
                        .mapToInt(sender -> resend(sender, staleAfter))
                        .sum()
                : 0;
    }

    private List<String> senders(Duration staleAfter) {
        return db.sql("select distinct sender from hub.records where state = 'IN_FLIGHT' and updated_at < :before")
                .param("before", Times.write(clock.instant().minus(staleAfter)))
                .query(String.class)
                .list();
    }

    private int resend(String sender, Duration staleAfter) {
        if (depths.of(Queues.record(sender)) > 0 || depths.of(Queues.door(sender)) > 0) {
            return 0;
        }
        List<Waiting> stale = db.sql("""
                select r.receipt, r.no, r.accepted_at, r.sender, s.correlation_id, s.state
                  from hub.records r join hub.submissions s using (receipt, accepted_at)
                 where r.sender = :sender and r.state = 'IN_FLIGHT' and r.updated_at < :before
                 order by r.accepted_at, r.receipt, r.no limit :most
                """)
                .param("sender", sender)
                .param("before", Times.write(clock.instant().minus(staleAfter)))
                .param("most", MOST_PER_SENDER)
                .query((row, i) -> Waiting.read(row))
                .list();
        stale.forEach(prompter::prompt);
        log.warn("{} records of {} were long in flight with empty queues; sent again", stale.size(), sender);
        return stale.size();
    }
}
