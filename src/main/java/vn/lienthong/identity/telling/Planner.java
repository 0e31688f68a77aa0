package vn.lienthong.identity.telling;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides whom an event concerns: clients that once were given a log-in of the subject, and no others. */
@Component
class Planner {

    private static final long LOCK = 0x74656c6c696e67L;
    private static final int AT_ONCE = 500;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Planner(JdbcClient db, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One node at a time, so that errands have the order of their events. */
    int plan() {
        return transaction.execute(status -> {
            boolean ours = db.sql("select pg_try_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query(Boolean.class)
                    .single();
            return ours ? planned() : 0;
        });
    }

    private int planned() {
        List<Long> events = db.sql("select id from identity.events where not planned order by id limit :most")
                .param("most", AT_ONCE)
                .query(Long.class)
                .list();
        if (events.isEmpty()) {
            return 0;
        }
        logouts(events);
        events(events);
        return db.sql("update identity.events set planned = true where id in (:events)")
                .param("events", events)
                .update();
    }

    private void logouts(List<Long> events) {
        db.sql("""
                insert into identity.errands (client_id, kind, event, subject, next_at)
                select lc.client_id, 'LOGOUT', e.id, e.subject, :now
                  from identity.events e
                  join identity.login_clients lc on lc.login = e.login
                  join identity.clients c on c.id = lc.client_id and c.ended_at is null
                 where e.id in (:events) and e.kind = 'LOGGED_OUT' and c.terms ->> 'backchannelLogout' is not null
                 order by e.id, lc.client_id
                on conflict do nothing
                """)
                .param("events", events)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private void events(List<Long> events) {
        db.sql("""
                insert into identity.errands (client_id, kind, event, subject, next_at)
                select distinct c.id, 'EVENT', e.id, e.subject, cast(:now as timestamptz)
                  from identity.events e
                  join identity.logins l on l.subject = e.subject
                  join identity.login_clients lc on lc.login = l.id
                  join identity.clients c on c.id = lc.client_id and c.ended_at is null
                 where e.id in (:events) and cast(c.terms as jsonb) -> 'events' @> to_jsonb(e.kind)
                   and c.terms ->> 'eventsTo' is not null
                 order by 3, 1
                on conflict do nothing
                """)
                .param("events", events)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
