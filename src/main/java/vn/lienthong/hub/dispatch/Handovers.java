package vn.lienthong.hub.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each dossier that was handed over has come. */
@Repository
class Handovers {

    private final JdbcClient db;
    private final Clock clock;

    Handovers(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A dossier of which something is to be told. */
    record Open(
            UUID dossierId, String code, @Nullable String system, int seenSeq, int plannedSeq, String correlationId) {}

    /** In the register's transaction: the dossier changed there. */
    void changed(UUID dossierId, String code, String origin, int seq, String correlationId) {
        db.sql("""
                        insert into hub.handovers as h (dossier_id, code, origin, seen_seq, registered_at, correlation_id)
                        values (:dossier, :code, :origin, :seq, :now, :correlation)
                        on conflict (dossier_id) do update set seen_seq = greatest(h.seen_seq, excluded.seen_seq),
                               correlation_id = excluded.correlation_id
                        """)
                .param("dossier", dossierId)
                .param("code", code)
                .param("origin", origin)
                .param("seq", seq)
                .param("correlation", correlationId)
                .param("now", now())
                .update();
    }

    /** In the register's transaction: the system that works on it spoke of it. */
    void spokenOf(UUID dossierId, String by) {
        db.sql("""
                        update hub.handovers set accepted_at = :now, accepted_by = 'STATUS',
                               dispatched_at = coalesce(dispatched_at, :now)
                         where dossier_id = :dossier and system = :by and accepted_at is null
                        """)
                .param("dossier", dossierId)
                .param("by", by)
                .param("now", now())
                .update();
    }

    /** Dossiers with something to tell, the oldest first. */
    List<UUID> unplanned(int limit) {
        return db.sql("""
                        select dossier_id from hub.handovers
                         where planned_seq < seen_seq order by registered_at limit :limit
                        """).param("limit", limit).query(UUID.class).list();
    }

    /** The same dossier with its row locked, unless somebody else told all of it meanwhile. */
    Optional<Open> lock(UUID dossierId) {
        return db.sql("""
                        select dossier_id, code, system, seen_seq, planned_seq, correlation_id from hub.handovers
                         where dossier_id = :dossier and planned_seq < seen_seq for update
                        """).param("dossier", dossierId).query(Handovers::open).optional();
    }

    void routed(UUID dossierId, String system) {
        db.sql("update hub.handovers set system = :system, gap = null where dossier_id = :dossier")
                .param("system", system)
                .param("dossier", dossierId)
                .update();
    }

    void planned(UUID dossierId, int seq, @Nullable String gap) {
        db.sql("update hub.handovers set planned_seq = :seq, gap = :gap where dossier_id = :dossier")
                .param("seq", seq)
                .param("gap", gap)
                .param("dossier", dossierId)
                .update();
    }

    /** Another configuration may have a route for those that had none. */
    int tryAgain() {
        return db.sql("update hub.handovers set planned_seq = 0 where system is null and gap is not null")
                .update();
    }

    void dispatched(UUID dossierId) {
        db.sql("update hub.handovers set dispatched_at = :now where dossier_id = :dossier and dispatched_at is null")
                .param("dossier", dossierId)
                .param("now", now())
                .update();
    }

    void accepted(UUID dossierId, String by) {
        db.sql("""
                        update hub.handovers set accepted_at = :now, accepted_by = :by,
                               dispatched_at = coalesce(dispatched_at, :now)
                         where dossier_id = :dossier and accepted_at is null
                        """)
                .param("dossier", dossierId)
                .param("by", by)
                .param("now", now())
                .update();
    }

    /** Hands it to another system from its beginning; empty when it was never handed over. */
    Optional<String> move(String code, String system) {
        return db.sql("""
                        with old as (select dossier_id, system from hub.handovers where code = :code for update)
                        update hub.handovers h set system = :system, gap = null, planned_seq = 0, dispatched_at = null,
                               accepted_at = null, accepted_by = null, registered_at = :now
                          from old where h.dossier_id = old.dossier_id
                        returning coalesce(old.system, '')
                        """)
                .param("code", code)
                .param("system", system)
                .param("now", now())
                .query(String.class)
                .optional();
    }

    Optional<UUID> dossier(String code) {
        return db.sql("select dossier_id from hub.handovers where code = :code")
                .param("code", code)
                .query(UUID.class)
                .optional();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        return new Open(
                row.getObject("dossier_id", UUID.class),
                row.getString("code"),
                row.getString("system"),
                row.getInt("seen_seq"),
                row.getInt("planned_seq"),
                row.getString("correlation_id"));
    }
}
