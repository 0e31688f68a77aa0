package vn.lienthong.hub.dispatch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.trust.Seal;

/** The messages to the systems that work on dossiers. A later one of a dossier is never told before an earlier one. */
@Repository
class Dispatches {

    private final JdbcClient db;
    private final Seal seal;
    private final Clock clock;

    Dispatches(JdbcClient db, Seal seal, Clock clock) {
        this.db = db;
        this.seal = seal;
        this.clock = clock;
    }

    /** Once, whatever is planned twice. */
    void owe(Handovers.Open to, String system, Kind kind, int seq) {
        db.sql("""
                        insert into hub.dispatches (id, dossier_id, code, system, kind, seq, next_attempt_at,
                               correlation_id, created_at)
                        values (:id, :dossier, :code, :system, :kind, :seq, :now, :correlation, :now)
                        on conflict (id) do update set state = 'WAITING', ended_at = null, next_attempt_at = :now
                         where hub.dispatches.state = 'OVERTAKEN'
                        """)
                .param("id", id(to.dossierId(), system, kind, seq))
                .param("dossier", to.dossierId())
                .param("code", to.code())
                .param("system", system)
                .param("kind", kind.name())
                .param("seq", seq)
                .param("correlation", to.correlationId())
                .param("now", now())
                .update();
    }

    /** The same for the same message, on any node and after any crash. */
    private static UUID id(UUID dossier, String system, Kind kind, int seq) {
        byte[] name = (system + "/" + kind + "/" + seq).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(ByteBuffer.allocate(2 * Long.BYTES + name.length)
                .putLong(dossier.getMostSignificantBits())
                .putLong(dossier.getLeastSignificantBits())
                .put(name)
                .array());
    }

    /** Who is to be told something now. */
    List<String> dueSystems() {
        return db.sql("""
                        select distinct system from hub.dispatches
                         where state = 'WAITING' and next_attempt_at <= :now or state = 'SENDING' and lease_until < :now
                        """).param("now", now()).query(String.class).list();
    }

    /** Takes what of these kinds is due to a system under a lease, the oldest of each dossier only. */
    List<Message> claim(String system, Set<Kind> kinds, String lease, Duration life, int limit) {
        return db.sql("""
                        with due as (
                          select m.id from hub.dispatches m
                           where m.system = :system and m.kind = any(:kinds) and m.next_attempt_at <= :now
                             and (m.state = 'WAITING' or m.state = 'SENDING' and m.lease_until < :now)
                             and not exists (select from hub.dispatches e
                                              where e.dossier_id = m.dossier_id and e.system = m.system
                                                and e.number < m.number and e.state in ('WAITING', 'SENDING', 'FAILED'))
                           order by m.number limit :limit for update skip locked)
                        update hub.dispatches m
                           set state = 'SENDING', attempts = m.attempts + 1, lease_id = :lease, lease_until = :until,
                               uncertain = m.uncertain or m.state = 'SENDING'
                          from due where m.id = due.id
                        returning m.*
                        """)
                .param("system", system)
                .param("kinds", kinds.stream().map(Kind::name).toArray(String[]::new))
                .param("lease", lease)
                .param("now", now())
                .param("until", now().plus(life))
                .param("limit", limit)
                .query(this::message)
                .list();
    }

    /** What it says from now on, however often it is sent: these bytes, or those that were written before. */
    byte[] written(Message message, byte[] body) {
        return seal.open(db.sql("update hub.dispatches set body = coalesce(body, :body) where id = :id returning body")
                .param("body", seal.seal(body))
                .param("id", message.id())
                .query(byte[].class)
                .single());
    }

    /** False when the lease had ended and somebody else has it. */
    boolean done(UUID id, String lease) {
        return end(id, lease, "DONE", null);
    }

    boolean failed(UUID id, String lease, String cause) {
        return end(id, lease, "FAILED", cause);
    }

    private boolean end(UUID id, String lease, String state, @Nullable String cause) {
        return db.sql("""
                        update hub.dispatches set state = :state, cause = :cause, ended_at = :now, lease_id = null,
                               lease_until = null, uncertain = false
                         where id = :id and lease_id = :lease
                        """)
                        .param("state", state)
                        .param("cause", cause)
                        .param("id", id)
                        .param("lease", lease)
                        .param("now", now())
                        .update()
                == 1;
    }

    void later(Message message, String lease, Duration pause, boolean uncertain, String cause) {
        db.sql("""
                        update hub.dispatches set state = 'WAITING', cause = :cause, next_attempt_at = :next,
                               uncertain = :uncertain, lease_id = null, lease_until = null
                         where id = :id and lease_id = :lease
                        """)
                .param("cause", cause)
                .param("next", now().plus(pause))
                .param("uncertain", uncertain)
                .param("id", message.id())
                .param("lease", lease)
                .update();
    }

    /** A message that a system fetched; what it says of it later finds it by this. */
    Optional<Fetched> fetched(UUID id, String system) {
        return db.sql("select * from hub.dispatches where id = :id and system = :system")
                .param("id", id)
                .param("system", system)
                .query((row, number) ->
                        new Fetched(message(row, number), row.getString("state"), row.getString("lease_id")))
                .optional();
    }

    record Fetched(Message message, String state, @Nullable String lease) {}

    /** The system took it, or never will; also after its lease, as long as nobody ended it otherwise. */
    boolean ends(UUID id, boolean taken, @Nullable String cause) {
        return db.sql("""
                        update hub.dispatches set state = :state, cause = :cause, ended_at = :now, lease_id = null,
                               lease_until = null, uncertain = false
                         where id = :id and state in ('WAITING', 'SENDING')
                        """)
                        .param("state", taken ? "DONE" : "FAILED")
                        .param("cause", cause)
                        .param("id", id)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** False unless it had failed; what it says is written anew. */
    boolean again(UUID id) {
        return db.sql("""
                        update hub.dispatches set state = 'WAITING', attempts = 0, next_attempt_at = :now, cause = null,
                               ended_at = null, body = null
                         where id = :id and state = 'FAILED'
                        """).param("now", now()).param("id", id).update() == 1;
    }

    /** Another system works on the dossier now: what the old one was still to be told is not told any more. */
    void overtaken(UUID dossierId, String except) {
        db.sql("""
                        update hub.dispatches set state = 'OVERTAKEN', ended_at = :now, lease_id = null, lease_until = null
                         where dossier_id = :dossier and system <> :except and state in ('WAITING', 'SENDING', 'FAILED')
                        """)
                .param("dossier", dossierId)
                .param("except", except)
                .param("now", now())
                .update();
    }

    long waiting() {
        return db.sql("select count(*) from hub.dispatches where state in ('WAITING', 'SENDING')")
                .query(Long.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private Message message(ResultSet row, int number) throws SQLException {
        byte[] body = row.getBytes("body");
        return new Message(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                row.getString("code"),
                row.getString("system"),
                Kind.valueOf(row.getString("kind")),
                row.getInt("seq"),
                body == null ? null : seal.open(body),
                row.getInt("attempts"),
                row.getBoolean("uncertain"),
                row.getString("correlation_id"));
    }
}
