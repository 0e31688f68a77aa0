package vn.lienthong.identity.telling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What clients are still to be told, under leases; no transaction is open while a client is called. */
@Repository
class Errands {

    private static final String ROW = """
            select r.*, e.kind as event_kind, e.login, e.at
              from %s r join identity.events e on e.id = r.event
            """;

    private final JdbcClient db;
    private final Clock clock;

    Errands(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Due ones of a client that has a free place; never one behind another of the same client and subject. */
    List<Errand> claim(String client, UUID lease, Duration lasting, int most) {
        return db.sql("""
                with due as (
                    select r.id from identity.errands r
                     where r.state = 'WAITING' and r.client_id = :client and r.next_at <= :now
                       and (r.lease_until is null or r.lease_until < :now)
                       and not exists (select 1 from identity.errands b
                                        where b.client_id = r.client_id and b.subject = r.subject
                                          and b.state = 'WAITING' and b.id < r.id)
                     order by r.id limit :most for update skip locked),
                claimed as (
                    update identity.errands r set lease = :lease, lease_until = :until, attempts = attempts + 1
                      from due where r.id = due.id returning r.*)
                """ + ROW.formatted("claimed") + " order by r.id")
                .param("client", client)
                .param("lease", lease)
                .param("now", now())
                .param("until", now().plus(lasting))
                .param("most", most)
                .query((row, i) -> errand(row))
                .list();
    }

    List<String> clientsWithWork() {
        return db.sql("""
                        select distinct client_id from identity.errands
                         where state = 'WAITING' and next_at <= :now and (lease_until is null or lease_until < :now)
                        """).param("now", now()).query(String.class).list();
    }

    void done(Errand errand, UUID lease) {
        settle(errand, lease, Errand.State.DONE, now(), null);
    }

    void later(Errand errand, UUID lease, Duration pause, String cause) {
        settle(errand, lease, Errand.State.WAITING, now().plus(pause), cause);
    }

    void giveUp(Errand errand, UUID lease, String cause) {
        settle(errand, lease, Errand.State.GIVEN_UP, now(), cause);
    }

    private void settle(Errand errand, UUID lease, Errand.State state, OffsetDateTime nextAt, @Nullable String cause) {
        db.sql("""
                update identity.errands set state = :state, next_at = :nextAt, cause = :cause, lease = null,
                       told = told + case when :state = 'DONE' then 1 else 0 end,
                       lease_until = null, done_at = case when :state = 'WAITING' then null else cast(:now as timestamptz) end
                 where id = :id and lease = :lease
                """)
                .param("state", state.name())
                .param("nextAt", nextAt)
                .param("cause", cause)
                .param("now", now())
                .param("id", errand.id())
                .param("lease", lease)
                .update();
    }

    /** Newest first. */
    List<Errand> page(@Nullable String client, Errand.@Nullable State state, long before, int most) {
        return db.sql(ROW.formatted("identity.errands") + """
                         where r.id < :before and (cast(:client as text) is null or r.client_id = :client)
                           and (cast(:state as text) is null or r.state = :state)
                         order by r.id desc limit :most
                        """)
                .param("before", before)
                .param("client", client)
                .param("state", state == null ? null : state.name())
                .param("most", most)
                .query((row, i) -> errand(row))
                .list();
    }

    /** Tells a client again what happened since then, as it lost what it had; the tokens keep their ids. */
    int again(String client, Instant from) {
        return db.sql("""
                        update identity.errands r set state = 'WAITING', next_at = :now, attempts = 0, done_at = null
                          from identity.events e
                         where e.id = r.event and r.client_id = :client and r.kind = 'EVENT'
                           and r.state <> 'WAITING' and e.at >= :from
                        """)
                .param("now", now())
                .param("client", client)
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .update();
    }

    long waiting() {
        return db.sql("select count(*) from identity.errands where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Errand errand(ResultSet row) throws SQLException {
        return new Errand(
                row.getLong("id"),
                row.getString("client_id"),
                Errand.Kind.valueOf(row.getString("kind")),
                EventKind.valueOf(row.getString("event_kind")),
                row.getString("subject"),
                row.getObject("login", UUID.class),
                instant(row, "at"),
                Errand.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("told"),
                instant(row, "next_at"),
                row.getString("cause"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
