package vn.lienthong.hub.notify.callbacks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What senders are still to be told, and what became of it. */
@Repository
class CallBacks {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient db;
    private final Clock clock;

    CallBacks(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Once per occasion, whatever is planned twice; in the caller's transaction. How many are new: 0 or 1. */
    int owe(
            String sender,
            CallBack.Kind kind,
            String subject,
            String occasion,
            Map<String, String> facts,
            String correlationId) {
        return db.sql("""
                        insert into hub.call_backs (sender, kind, subject, occasion, facts, next_attempt_at,
                               correlation_id, created_at, updated_at)
                        values (:sender, :kind, :subject, :occasion, cast(:facts as jsonb), :now, :correlation, :now, :now)
                        on conflict do nothing
                        """)
                .param("sender", sender)
                .param("kind", kind.name())
                .param("subject", subject)
                .param("occasion", occasion)
                .param("facts", JSON.writeValueAsString(facts))
                .param("correlation", correlationId)
                .param("now", now())
                .update();
    }

    /** Who is owed something now. */
    List<String> dueSenders() {
        return db.sql("""
                        select distinct sender from hub.call_backs
                         where state = 'WAITING' and next_attempt_at <= :now
                        """).param("now", now()).query(String.class).list();
    }

    /** Takes a sender's due rows, the oldest of each subject only: a later status is never told before an earlier. */
    List<CallBack> claim(String sender, String lease, Duration life, int limit) {
        return db.sql("""
                        with due as (
                          select c.id from hub.call_backs c
                           where c.sender = :sender and c.state = 'WAITING' and c.next_attempt_at <= :now
                             and not exists (select from hub.call_backs e
                                              where e.sender = c.sender and e.subject = c.subject and e.id < c.id
                                                and e.state in ('WAITING', 'SENDING'))
                           order by c.next_attempt_at limit :limit for update skip locked)
                        update hub.call_backs c
                           set state = 'SENDING', attempts = attempts + 1, lease_id = :lease, lease_until = :until,
                               updated_at = :now
                          from due where c.id = due.id
                        returning c.id, c.sender, c.kind, c.subject, c.facts, c.attempts, c.correlation_id
                        """)
                .param("sender", sender)
                .param("lease", lease)
                .param("now", now())
                .param("until", now().plus(life))
                .param("limit", limit)
                .query(CallBacks::callBack)
                .list();
    }

    /** Without a next time it is over. */
    void settle(CallBack told, String lease, String state, @Nullable Duration next, String cause) {
        OffsetDateTime now = now();
        db.sql("""
                        update hub.call_backs
                           set state = :state, next_attempt_at = coalesce(:next, next_attempt_at), cause = :cause,
                               lease_id = null, lease_until = null, updated_at = :now
                         where id = :id and lease_id = :lease
                        """)
                .param("state", state)
                .param("next", next == null ? null : now.plus(next))
                .param("cause", cause)
                .param("now", now)
                .param("id", told.id())
                .param("lease", lease)
                .update();
    }

    /** Rows whose node went away while it told them: told again, with the same id. */
    void takeBackExpired() {
        db.sql("""
                        update hub.call_backs
                           set state = 'WAITING', cause = 'the node went down while telling', lease_id = null,
                               lease_until = null, updated_at = :now
                         where state = 'SENDING' and lease_until < :now
                        """).param("now", now()).update();
    }

    /** False unless it had failed. */
    boolean again(long id) {
        return db.sql("""
                        update hub.call_backs
                           set state = 'WAITING', attempts = 0, next_attempt_at = :now, cause = null, updated_at = :now
                         where id = :id and state = 'FAILED'
                        """).param("now", now()).param("id", id).update() == 1;
    }

    long waiting() {
        return db.sql("select count(*) from hub.call_backs where state in ('WAITING', 'SENDING')")
                .query(Long.class)
                .single();
    }

    /** How far the change feed was read; its row stays locked until the transaction ends. Empty: another node reads. */
    Optional<Optional<String>> lockPlace() {
        return db.sql("select place from hub.call_back_cursor for update skip locked")
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional();
    }

    void place(@Nullable String place) {
        db.sql("update hub.call_back_cursor set place = :place where place is distinct from :place")
                .param("place", place)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static CallBack callBack(ResultSet row, int number) throws SQLException {
        String correlation = row.getString("correlation_id");
        return new CallBack(
                row.getLong("id"),
                row.getString("sender"),
                CallBack.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                JSON.readValue(row.getString("facts"), FACTS),
                row.getInt("attempts"),
                correlation == null ? "" : correlation);
    }
}
