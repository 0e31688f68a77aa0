package vn.lienthong.hub.notify.returns;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.notify.returns.Mailbox.Place;

/** Who reads the mailbox, how far it was read, and the notices whose letters came back. */
@Repository
class ReturnedNotices {

    private final JdbcClient db;
    private final Clock clock;

    ReturnedNotices(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The place to read on from, when a look is due and no other node is at it. */
    Optional<Place> claim(String lease, Duration life) {
        return db.sql("""
                        update hub.notice_returns set lease_id = :lease, lease_until = :until
                         where next_look_at <= :now and (lease_until is null or lease_until < :now)
                        returning validity, uid
                        """)
                .param("lease", lease)
                .param("until", now().plus(life))
                .param("now", now())
                .query((row, number) -> new Place(row.getLong(1), row.getLong(2)))
                .optional();
    }

    /** False when another node took over. */
    boolean advance(String lease, Place to, Duration life) {
        return db.sql("""
                        update hub.notice_returns set validity = :validity, uid = :uid, lease_until = :until
                         where lease_id = :lease
                        """)
                        .param("validity", to.validity())
                        .param("uid", to.uid())
                        .param("until", now().plus(life))
                        .param("lease", lease)
                        .update()
                == 1;
    }

    void release(String lease, Duration pause, @Nullable String trouble) {
        db.sql("""
                        update hub.notice_returns
                           set lease_id = null, lease_until = null, next_look_at = :next, looked_at = :now, trouble = :trouble
                         where lease_id = :lease
                        """)
                .param("next", now().plus(pause))
                .param("now", now())
                .param("trouble", trouble)
                .param("lease", lease)
                .update();
    }

    /** What kept the last look, on whichever node, from the mailbox. */
    Optional<String> trouble() {
        return db.sql("select trouble from hub.notice_returns where trouble is not null")
                .query(String.class)
                .optional();
    }

    /** Marks a notice whose letter was handed over; false when there is none, or it is known already. */
    boolean bounced(Report report) {
        return db.sql("""
                        with hit as (
                          update hub.notices
                             set state = 'BOUNCED', cause = :words, lease_id = null, lease_until = null, updated_at = :now
                           where id = :id and channel = 'EMAIL' and state in ('SENDING', 'SENT', 'UNCERTAIN')
                          returning id, attempts)
                        insert into hub.notice_attempts (notice_id, no, started_at, ended_at, gateway, address, verdict, words)
                        select hit.id, hit.attempts, :now, :now, 'returns',
                               coalesce((select a.address from hub.notice_attempts a where a.notice_id = hit.id
                                          order by a.started_at desc limit 1), ''), 'BOUNCED', :words
                          from hit
                        """)
                        .param("id", report.notice())
                        .param("words", report.words())
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
