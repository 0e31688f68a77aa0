package vn.lienthong.hub.dossier;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lets dossiers be told again although the ledger owes nothing. The neighbour is asked first and told what it lacks, on
 * the dossier's own row and so in the dossier's own order.
 */
@Repository
public class SyncResend {

    private final JdbcClient jdbc;
    private final Clock clock;

    public SyncResend(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the neighbour acknowledged counts for nothing any more; what waits or is being sent is left out. */
    public List<UUID> fromTheStart(Neighbour to, Collection<UUID> dossiers, Lane lane) {
        return update("""
                        acked_seq = 0, confirmed_seq = 0, passed_over = null, acked_details_seq = 0,
                        confirmed_details_seq = 0, acked_details_hash = null, doubted_details_hash = null,""", to, dossiers, lane);
    }

    /** The neighbour is asked what it has; told is only what it turns out to lack. */
    public List<UUID> ask(Neighbour to, Collection<UUID> dossiers, Lane lane) {
        return update("", to, dossiers, lane);
    }

    /** Dossiers for which this neighbour has no row yet get one. */
    public List<UUID> begin(Neighbour to, Collection<UUID> dossiers, Lane lane) {
        return bound(jdbc.sql("""
                        insert into hub.sync (dossier_id, neighbour, environment, last_seq, details_seq, uncertain,
                                              state, lane, queued_at)
                        select d.id, :neighbour, :environment, d.last_seq, d.last_seq, true, 'QUEUED', :lane, :now
                        from hub.dossiers d where d.id = any(:dossiers)
                        on conflict do nothing returning dossier_id"""), to, dossiers, lane).query(UUID.class).list();
    }

    private List<UUID> update(String forgotten, Neighbour to, Collection<UUID> dossiers, Lane lane) {
        return bound(jdbc.sql("update hub.sync set " + forgotten + """
                         uncertain = true, state = 'QUEUED', lane = :lane, attempts = 0, next_attempt_at = null,
                         cause = null, queued_at = :now
                        where dossier_id = any(:dossiers) and neighbour = :neighbour and environment = :environment
                          and state in ('IDLE', 'BLOCKED')
                        returning dossier_id"""), to, dossiers, lane)
                .query(UUID.class)
                .list();
    }

    private JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, Neighbour to, Collection<UUID> dossiers, Lane lane) {
        return statement
                .param("neighbour", to.name())
                .param("environment", to.environment())
                .param("dossiers", dossiers.toArray(UUID[]::new))
                .param("lane", lane.name())
                .param("now", OffsetDateTime.now(clock));
    }
}
