package vn.lienthong.hub.notify.notices;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The promised dates that somebody will be told about when they pass. */
@Repository
class Watch {

    private final JdbcClient db;
    private final Clock clock;

    Watch(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void over(Map<UUID, Instant> due) {
        List<UUID> dossiers = List.copyOf(due.keySet());
        db.sql("""
                        insert into hub.notice_watch (dossier_id, due_at)
                        select * from unnest(:dossiers, cast(:due as timestamptz[]))
                        on conflict (dossier_id) do update set due_at = excluded.due_at
                        """)
                .param("dossiers", dossiers.toArray(UUID[]::new))
                .param(
                        "due",
                        dossiers.stream()
                                .map(dossier -> String.valueOf(due.get(dossier)))
                                .toArray(String[]::new))
                .update();
    }

    /** Dossiers whose date passed, taken off the list; in the transaction that writes their notices. */
    List<UUID> takePassed(int limit) {
        return db.sql("""
                        delete from hub.notice_watch where dossier_id in (
                          select dossier_id from hub.notice_watch where due_at < :now
                          order by due_at limit :limit for update skip locked)
                        returning dossier_id
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }
}
