package vn.lienthong.trust;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One append-only table whose entries are chained by a keyed hash; the hub and identity have one each.
 *
 * <p>An entry joins the caller's transaction, so that an act and its entry are kept or lost together.
 */
public final class AuditLog {

    private final String table;
    private final long lock;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AuditChain chain;

    /** The lock is an advisory one of PostgreSQL: whoever writes this chain waits for the others that do. */
    public AuditLog(
            String table, long lock, JdbcClient db, TransactionTemplate transaction, Clock clock, SecretKey key) {
        this.table = table;
        this.lock = lock;
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
        this.chain = new AuditChain(key);
    }

    /** Details are JSON and must hold no personal value that is not masked. */
    public void record(String actor, String role, String action, String object, String details) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditEntry entry = new AuditEntry(now, actor, role, action, object, details);
        transaction.executeWithoutResult(status -> append(entry));
    }

    /** Walks the whole chain. */
    public AuditVerdict verify() {
        AuditWalk walk = new AuditWalk(chain);
        db.sql("select * from " + table + " order by id")
                .query((ResultSet row) ->
                        walk.see(row.getLong("id"), entry(row), row.getString("previous_hash"), row.getString("hash")));
        return walk.verdict();
    }

    private void append(AuditEntry entry) {
        db.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", lock)
                .query()
                .singleRow();
        String previous = db.sql("select hash from " + table + " order by id desc limit 1")
                .query(String.class)
                .optional()
                .orElse(AuditChain.START);
        db.sql("insert into " + table + """
                 (at, actor, role, action, object, details, previous_hash, hash)
                values (:at, :actor, :role, :action, :object, cast(:details as json), :previous, :hash)
                """)
                .param("at", OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("role", entry.role())
                .param("action", entry.action())
                .param("object", entry.object())
                .param("details", entry.details())
                .param("previous", previous)
                .param("hash", chain.next(previous, entry))
                .update();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                instant(row.getObject("at", OffsetDateTime.class)),
                row.getString("actor"),
                row.getString("role"),
                row.getString("action"),
                row.getString("object"),
                row.getString("details"));
    }

    private static Instant instant(@Nullable OffsetDateTime at) {
        return Objects.requireNonNull(at).toInstant();
    }
}
