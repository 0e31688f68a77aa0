package vn.lienthong.hub.quality.results;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.dossier.ChangeFeed.Change;

/** Which dossiers' results are still to be looked at. */
@Repository
class ResultChecks {

    private final JdbcClient db;
    private final Clock clock;

    ResultChecks(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A dossier to look at. */
    record Owed(UUID dossierId, int seq, String code, int attempts) {}

    void owe(Change resolved) {
        db.sql("""
                        insert into hub.result_checks (dossier_id, seq, code, next_at, created_at)
                        values (:dossier, :seq, :code, :now, :now) on conflict do nothing
                        """)
                .param("dossier", resolved.dossierId())
                .param("seq", resolved.seq())
                .param("code", resolved.code())
                .param("now", now())
                .update();
    }

    List<Owed> claim(String lease, Duration life, int limit) {
        return db.sql("""
                        with due as (
                          select dossier_id, seq from hub.result_checks
                           where state = 'WAITING' and next_at <= :now or state = 'CHECKING' and lease_until < :now
                           order by next_at limit :limit for update skip locked)
                        update hub.result_checks c
                           set state = 'CHECKING', attempts = attempts + 1, lease_id = :lease, lease_until = :until
                          from due where c.dossier_id = due.dossier_id and c.seq = due.seq
                        returning c.dossier_id, c.seq, c.code, c.attempts
                        """)
                .param("lease", lease)
                .param("now", now())
                .param("until", now().plus(life))
                .param("limit", limit)
                .query((row, number) -> new Owed(
                        row.getObject("dossier_id", UUID.class),
                        row.getInt("seq"),
                        row.getString("code"),
                        row.getInt("attempts")))
                .list();
    }

    /** Without a next time it is over; false when somebody else has it. */
    boolean settle(Owed owed, String lease, @Nullable Duration next) {
        return db.sql("""
                        update hub.result_checks set state = :state, next_at = :next, lease_id = null, lease_until = null
                         where dossier_id = :dossier and seq = :seq and lease_id = :lease
                        """)
                        .param("state", next == null ? "DONE" : "WAITING")
                        .param("next", next == null ? now() : now().plus(next))
                        .param("dossier", owed.dossierId())
                        .param("seq", owed.seq())
                        .param("lease", lease)
                        .update()
                == 1;
    }

    /** How far the change feed was read; its row stays locked until the transaction ends. Empty: another node reads. */
    Optional<Optional<String>> lockPlace() {
        return db.sql("select place from hub.result_check_cursor for update skip locked")
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional();
    }

    void place(String place) {
        db.sql("update hub.result_check_cursor set place = :place where place is distinct from :place")
                .param("place", place)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
