package vn.lienthong.hub.intake.submissions;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.platform.config.AppliedConfig;

/**
 * Puts parked and refused records in flight again, under the configuration in force now. From there they take the usual
 * way; a message lost after the commit is sent by the {@link Sweeper}.
 */
@Component
public class Replays {

    /** A record by its key. */
    public record Key(UUID receipt, int no, Instant acceptedAt) {}

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final AppliedConfig config;
    private final Clock clock;
    private final Prompter prompter;

    Replays(JdbcClient db, TransactionTemplate transaction, AppliedConfig config, Clock clock, Prompter prompter) {
        this.db = db;
        this.transaction = transaction;
        this.config = config;
        this.clock = clock;
        this.prompter = prompter;
    }

    /** How many of these were replayed: those still parked or refused whose receipt is their own. */
    public int replay(List<Key> keys) {
        return replayed(keys).size();
    }

    /** The same, saying which. */
    public List<Key> replayed(List<Key> keys) {
        return replayed(keys, begun -> {});
    }

    /** What {@code kept} writes about those that were begun is kept or lost with them, and before anything comes of them. */
    public List<Key> replayed(List<Key> keys, Consumer<List<Key>> kept) {
        List<Waiting> waiting = Objects.requireNonNull(transaction.execute(status -> {
            List<Waiting> begun = begin(keys);
            kept.accept(keys(begun));
            return begun;
        }));
        afterCommit(() -> waiting.forEach(prompter::prompt));
        return keys(waiting);
    }

    private static List<Key> keys(List<Waiting> waiting) {
        return waiting.stream()
                .map(Waiting::key)
                .map(key -> new Key(key.receipt(), key.no(), key.acceptedAt()))
                .toList();
    }

    /** In a transaction of the caller nobody may be told before it ends. */
    private static void afterCommit(Runnable told) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            told.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                told.run();
            }
        });
    }

    /** The record that stands for the unread rest sets its submission back to being read. */
    private List<Waiting> begin(List<Key> keys) {
        return db.sql("""
                with wanted as (
                  select * from unnest(cast(:receipts as uuid[]), :numbers, cast(:times as timestamptz[])) as w (receipt, no, accepted_at)),
                begun as (
                  update hub.records r
                     set state = 'IN_FLIGHT', replays = r.replays + 1, config_version = :configVersion, updated_at = :now
                    from wanted w join hub.submissions s using (receipt, accepted_at)
                   where r.receipt = w.receipt and r.no = w.no and r.accepted_at = w.accepted_at
                     and r.state in ('PARKED', 'REFUSED') and r.replaced_by is null and s.state <> 'CONFLICT'
                  returning r.receipt, r.no, r.accepted_at, r.sender, s.correlation_id,
                            s.state = 'UNDECODABLE' and r.no = s.resume_at + 1 as stopped),
                reopened as (
                  update hub.submissions s set state = 'RECEIVING'
                    from begun b
                   where b.stopped and s.receipt = b.receipt and s.accepted_at = b.accepted_at)
                select receipt, no, accepted_at, sender, correlation_id,
                       case when stopped then 'RECEIVING' else 'SPLIT' end as state
                  from begun
                """)
                .param(
                        "receipts",
                        keys.stream().map(key -> key.receipt().toString()).toArray(String[]::new))
                .param("numbers", keys.stream().mapToInt(Key::no).toArray())
                .param(
                        "times",
                        keys.stream().map(key -> key.acceptedAt().toString()).toArray(String[]::new))
                .param("configVersion", config.version())
                .param("now", Times.write(clock.instant()))
                .query((row, i) -> Waiting.read(row))
                .list();
    }
}
