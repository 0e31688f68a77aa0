package vn.lienthong.hub.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.seal.MasterKey;

/**
 * Who did what, to what, when: append-only, each entry chained to the one before by a keyed hash.
 *
 * <p>An entry joins the caller's transaction, so that an act and its entry are kept or lost together.
 */
@Component
public class Audit {

    private static final long CHAIN_LOCK = 0x6175646974L;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json;
    private final AuditChain chain;

    Audit(JdbcClient db, TransactionTemplate transaction, Clock clock, JsonMapper json, MasterKey master) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
        this.json = json;
        this.chain = new AuditChain(master.derive("audit", "HmacSHA256"));
    }

    /** Details must hold no personal value that is not masked. */
    public void record(Actor actor, String action, String object, Map<String, ?> details) {
        AuditEntry entry = new AuditEntry(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.name(),
                actor.role().name(),
                action,
                object,
                json.writeValueAsString(details));
        transaction.executeWithoutResult(status -> append(entry));
    }

    /** Walks the whole chain. */
    public AuditVerdict verify() {
        AuditWalk walk = new AuditWalk(chain);
        db.sql("select * from hub.audit order by id")
                .query((ResultSet row) ->
                        walk.see(row.getLong("id"), entry(row), row.getString("previous_hash"), row.getString("hash")));
        return walk.verdict();
    }

    private void append(AuditEntry entry) {
        db.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", CHAIN_LOCK)
                .query()
                .singleRow();
        String previous = db.sql("select hash from hub.audit order by id desc limit 1")
                .query(String.class)
                .optional()
                .orElse(AuditChain.START);
        db.sql("""
                insert into hub.audit (at, actor, role, action, object, details, previous_hash, hash)
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
