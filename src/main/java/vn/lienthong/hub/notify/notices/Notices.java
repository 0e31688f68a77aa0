package vn.lienthong.hub.notify.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is owed to citizens and what became of it. */
@Repository
class Notices {

    private final JdbcClient db;
    private final Clock clock;

    Notices(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A notice to be written; {@code occasion} makes it the only one of its kind. */
    record Owed(UUID dossierId, String event, String occasion, Channel channel) {}

    /** Those not owed already; must run in the transaction that moves the reader's place. */
    int add(List<Owed> owed) {
        return db.sql("""
                        insert into hub.notices (dossier_id, event, occasion, channel, next_attempt_at, created_at, updated_at)
                        select *, :now, :now, :now from unnest(:dossiers, :events, :occasions, :channels)
                        on conflict do nothing
                        """)
                .param("dossiers", owed.stream().map(Owed::dossierId).toArray(UUID[]::new))
                .param("events", owed.stream().map(Owed::event).toArray(String[]::new))
                .param("occasions", owed.stream().map(Owed::occasion).toArray(String[]::new))
                .param("channels", owed.stream().map(o -> o.channel().name()).toArray(String[]::new))
                .param("now", now())
                .update();
    }

    /** The same by other channels, unless it was told by them already. */
    void tellInstead(Notice notice, Set<Channel> channels) {
        db.sql("""
                        insert into hub.notices as n (dossier_id, event, occasion, channel, next_attempt_at, created_at, updated_at)
                        select o.dossier_id, o.event, o.occasion, c.channel, :now, o.created_at, :now
                          from hub.notices o cross join unnest(:channels) as c(channel) where o.id = :id
                        on conflict (dossier_id, occasion, channel) do update
                           set state = 'WAITING', cause = null, next_attempt_at = excluded.next_attempt_at,
                               updated_at = excluded.updated_at
                         where n.state = 'DECLINED'
                        """)
                .param("id", notice.id())
                .param("channels", channels.stream().map(Channel::name).toArray(String[]::new))
                .param("now", now())
                .update();
    }

    /** Takes due rows for one courier; committed before anything is sent. */
    List<Notice> claim(String lease, Duration life, int limit) {
        return db.sql("""
                        with due as (
                          select id from hub.notices where state = 'WAITING' and next_attempt_at <= :now
                          order by next_attempt_at limit :limit for update skip locked)
                        update hub.notices n
                           set state = 'SENDING', attempts = attempts + 1, lease_id = :lease, lease_until = :until,
                               updated_at = :now
                          from due where n.id = due.id
                        returning n.id, n.dossier_id, n.event, n.channel, n.attempts,
                                  coalesce(n.replayed_at, n.created_at) as since
                        """)
                .param("lease", lease)
                .param("now", now())
                .param("until", now().plus(life))
                .param("limit", limit)
                .query(Notices::notice)
                .list();
    }

    /** False when the lease was lost meanwhile. */
    boolean settle(Notice notice, String lease, String state, @Nullable Instant next, String cause) {
        return db.sql("""
                        update hub.notices
                           set state = :state, next_attempt_at = coalesce(:next, next_attempt_at), cause = :cause,
                               lease_id = null, lease_until = null, updated_at = :now
                         where id = :id and lease_id = :lease
                        """)
                        .param("state", state)
                        .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                        .param("cause", cause.isEmpty() ? null : cause)
                        .param("now", now())
                        .param("id", notice.id())
                        .param("lease", lease)
                        .update()
                == 1;
    }

    /** Rows whose courier is gone. Whether the call was made is in the log of attempts; one not begun is simply due. */
    int takeBackExpired(List<Channel> repeatable) {
        return db.sql("""
                        update hub.notices n
                           set state = case when begun.notice_id is null or n.channel = any(:repeatable)
                                            then 'WAITING' else 'UNCERTAIN' end,
                               cause = 'the node went down while sending', lease_id = null, lease_until = null,
                               updated_at = :now
                          from hub.notices o left join hub.notice_attempts begun
                               on begun.notice_id = o.id and begun.no = o.attempts and begun.ended_at is null
                         where n.id = o.id and o.state = 'SENDING' and o.lease_until < :now
                        """)
                .param("repeatable", repeatable.stream().map(Channel::name).toArray(String[]::new))
                .param("now", now())
                .update();
    }

    void begin(Notice notice, OffsetDateTime at, String gateway, String masked) {
        db.sql("""
                        insert into hub.notice_attempts (notice_id, no, started_at, gateway, address)
                        values (:id, :no, :at, :gateway, :address)
                        """)
                .param("id", notice.id())
                .param("no", notice.attempts())
                .param("at", at)
                .param("gateway", gateway)
                .param("address", masked)
                .update();
    }

    void end(Notice notice, OffsetDateTime began, Delivery delivery) {
        db.sql("""
                        update hub.notice_attempts set ended_at = :now, verdict = :verdict, words = :words
                         where notice_id = :id and no = :no and started_at = :at
                        """)
                .param("now", now())
                .param("verdict", delivery.verdict().name())
                .param("words", delivery.words())
                .param("id", notice.id())
                .param("no", notice.attempts())
                .param("at", began)
                .update();
    }

    long waiting() {
        return db.sql("select count(*) from hub.notices where state in ('WAITING', 'SENDING')")
                .query(Long.class)
                .single();
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getObject("dossier_id", UUID.class),
                row.getString("event"),
                Channel.valueOf(row.getString("channel")),
                row.getInt("attempts"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
