package vn.lienthong.trust;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
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

    private static final int AT_ONCE = 1_000;
    private static final Duration FOREVER = Duration.ofDays(365);

    /** Behind every text that begins alike. */
    private static final String LAST_LETTER = "\uDBFF\uDFFF";

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
        return check(AuditCheck.START, FOREVER).verdict();
    }

    /** Walks on for so long, in portions: the driver would hold the answer to one question in memory as a whole. */
    public AuditCheck check(AuditCheck from, Duration patience) {
        AuditWalk walk = new AuditWalk(chain, from);
        Instant until = clock.instant().plus(patience);
        long after = from.after();
        long walked;
        do {
            walked = walk.seen();
            after = walkOn(walk, after);
        } while (walk.seen() > walked && clock.instant().isBefore(until));
        return walk.check(after, newest(), walk.seen() == walked);
    }

    private long newest() {
        return db.sql("select coalesce(max(id), 0) from " + table)
                .query(Long.class)
                .single();
    }

    private long walkOn(AuditWalk walk, long after) {
        var last = new AtomicLong(after);
        db.sql("select * from " + table + " where id > :after order by id limit :most")
                .param("after", after)
                .param("most", AT_ONCE)
                .query((ResultSet row) -> {
                    last.set(row.getLong("id"));
                    walk.see(last.get(), entry(row), row.getString("previous_hash"), row.getString("hash"));
                });
        return last.get();
    }

    /** Newest first, those before that id. */
    public List<AuditLine> find(AuditFilter filter, long before, int most) {
        StringBuilder query = new StringBuilder("select * from " + table + " where id >= :from and id < :before");
        Map<String, Object> values = new HashMap<>();
        values.put("from", filter.from() == null ? Long.MIN_VALUE : firstSince(filter.from()));
        values.put("before", filter.until() == null ? before : Math.min(before, firstSince(filter.until())));
        values.put("most", most);
        narrow(query, values, "actor", filter.actor(), " and actor = :actor");
        narrow(query, values, "action", filter.action(), " and action ~>=~ :action and action ~<~ (:action || :last)");
        narrow(query, values, "object", filter.object(), " and (object = :object or details ->> 'dossier' = :object)");
        if (filter.action() != null) {
            values.put("last", LAST_LETTER);
        }
        return db.sql(query.append(" order by id desc limit :most").toString())
                .params(values)
                .query((row, number) -> line(row))
                .list();
    }

    private static void narrow(
            StringBuilder query, Map<String, Object> values, String name, @Nullable String value, String condition) {
        if (value != null) {
            query.append(condition);
            values.put(name, value);
        }
    }

    /** Entries are of the span in which the first one behind its begin stands: no entry is in none, or in two. */
    public AuditSpan span(Instant from, Instant to) {
        return new AuditSpan(firstSince(from), firstSince(to));
    }

    /** The first entries of it after that id, in the order of the chain. */
    public List<AuditLine> lines(AuditSpan span, long after, int most) {
        return db.sql("select * from " + table
                        + " where id >= :from and id > :after and id < :before order by id limit :most")
                .param("from", span.from())
                .param("after", after)
                .param("before", span.before())
                .param("most", most)
                .query((row, number) -> line(row))
                .list();
    }

    /** The last of these actions, but of one role, whose object it is or whose details name it as the dossier; newest first. */
    public List<AuditLine> about(String dossier, List<String> actions, String otherThan, int most) {
        return db.sql("select * from " + table + """
                         where (object = :dossier or details ->> 'dossier' = :dossier) and action in (:actions)
                           and role <> :role
                         order by id desc limit :most
                        """)
                .param("dossier", dossier)
                .param("actions", actions)
                .param("role", otherThan)
                .param("most", most)
                .query((row, number) -> line(row))
                .list();
    }

    private static AuditLine line(ResultSet row) throws SQLException {
        AuditEntry entry = entry(row);
        return new AuditLine(
                row.getLong("id"),
                entry.at().toString(),
                entry.actor(),
                entry.role(),
                entry.action(),
                entry.object(),
                entry.details(),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    /** Two that wrote in the same moment may be chained the other way round: the least id of the next few. */
    private long firstSince(Instant moment) {
        return db.sql("select coalesce(min(id), :none) from (select id from " + table
                        + " where at >= :moment order by at limit " + AT_ONCE + ") next")
                .param("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .param("none", Long.MAX_VALUE)
                .query(Long.class)
                .single();
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
