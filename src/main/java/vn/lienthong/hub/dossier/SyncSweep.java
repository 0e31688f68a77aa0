package vn.lienthong.hub.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Heals the ledger: what became due, what was lost with a worker, what waits too long; each in small bites. */
@Repository
public class SyncSweep {

    private final JdbcClient jdbc;
    private final Clock clock;

    public SyncSweep(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Idle rows whose next attempt is due are queued. */
    public int queueDue(Neighbour of, int limit) {
        return rows("""
                        with due as (
                          select dossier_id from hub.sync
                          where neighbour = :neighbour and environment = :environment
                            and state = 'IDLE' and next_attempt_at <= :at
                          order by next_attempt_at limit :limit for update skip locked)
                        update hub.sync s set state = 'QUEUED', next_attempt_at = null from due
                        where s.dossier_id = due.dossier_id
                          and s.neighbour = :neighbour and s.environment = :environment""", of, Duration.ZERO, limit).update();
    }

    /** The neighbour is back from an outage: whoever failed in it need not wait for the end of a long step of the ladder. */
    public int hurry(Neighbour of, int limit) {
        return rows("""
                        with patient as (
                          select dossier_id from hub.sync
                          where neighbour = :neighbour and environment = :environment
                            and state = 'IDLE' and next_attempt_at > :at + interval '15 seconds'
                          limit :limit for update skip locked)
                        update hub.sync s set next_attempt_at = :at + random() * interval '10 seconds' from patient
                        where s.dossier_id = patient.dossier_id
                          and s.neighbour = :neighbour and s.environment = :environment""", of, Duration.ZERO, limit).update();
    }

    /** A row at rest is looked at again: more is known of its details. One that is told anyway needs no nudge. */
    public boolean detailsAgain(Neighbour of, UUID dossier) {
        return jdbc.sql("""
                        update hub.sync set acked_details_seq = 0, state = 'QUEUED', lane = 'CATCH_UP', next_attempt_at = null
                        where neighbour = :neighbour and environment = :environment and dossier_id = :dossier
                          and state = 'IDLE' and known_there""")
                        .param("neighbour", of.name())
                        .param("environment", of.environment())
                        .param("dossier", dossier)
                        .update()
                == 1;
    }

    /** Rows whose worker is gone: nobody knows what the neighbour got, so it will be asked first. */
    public int takeBackExpired(Neighbour of, int limit) {
        return rows("""
                        with gone as (
                          select dossier_id from hub.sync
                          where neighbour = :neighbour and environment = :environment
                            and state = 'SENDING' and lease_until < :at
                          limit :limit for update skip locked)
                        update hub.sync s set state = 'QUEUED', uncertain = true, lease_id = null, lease_until = null,
                          lane = case s.lane when 'BULK' then 'BULK' else 'CATCH_UP' end
                        from gone
                        where s.dossier_id = gone.dossier_id
                          and s.neighbour = :neighbour and s.environment = :environment""", of, Duration.ZERO, limit).update();
    }

    /** Ends the leases an earlier run of this node left behind. */
    public int endLeasesOf(Neighbour of, String node) {
        return rows("""
                        update hub.sync set lease_until = :at - interval '1 second'
                        where neighbour = :neighbour and environment = :environment
                          and state = 'SENDING' and starts_with(lease_id, :node || '/')""", of, Duration.ZERO, 1).param("node", node).update();
    }

    /** A live row that waited this long is backlog: it must not stand in the way of what happens now. */
    public int moveToCatchUp(Neighbour of, Duration waited, int limit) {
        return rows("""
                        with old as (
                          select dossier_id from hub.sync
                          where neighbour = :neighbour and environment = :environment
                            and lane = 'LIVE' and state = 'QUEUED' and queued_at < :at
                          order by queued_at limit :limit for update skip locked)
                        update hub.sync s set lane = 'CATCH_UP' from old
                        where s.dossier_id = old.dossier_id
                          and s.neighbour = :neighbour and s.environment = :environment""", of, waited, limit).update();
    }

    private JdbcClient.StatementSpec rows(String sql, Neighbour of, Duration ago, int limit) {
        return jdbc.sql(sql)
                .param("neighbour", of.name())
                .param("environment", of.environment())
                .param("at", OffsetDateTime.now(clock).minus(ago))
                .param("limit", limit);
    }
}
