package vn.lienthong.hub.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
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

    /** Rows at rest that were acknowledged in a batch some time ago, but never spoken of one by one. */
    public List<Unconfirmed> unconfirmed(Neighbour of, Duration since, int limit) {
        return rows("""
                        select dossier_id, acked_seq from hub.sync
                        where neighbour = :neighbour and environment = :environment
                          and state = 'IDLE' and confirmed_seq < acked_seq and queued_at < :at
                        order by queued_at limit :limit""", of, since, limit).query(SyncSweep::unconfirmed).list();
    }

    /** A row to confirm, as it stood when it was read. */
    public record Unconfirmed(UUID dossierId, int ackedSeq) {}

    /** The neighbour has everything up to what was acknowledged. */
    public void confirm(Neighbour of, Unconfirmed row) {
        as(row, of, """
                update hub.sync set confirmed_seq = acked_seq
                where dossier_id = :dossier and neighbour = :neighbour and environment = :environment
                  and state = 'IDLE' and acked_seq = :acked""").update();
    }

    /** The neighbour lacks something it had acknowledged: it is asked and told again from there. */
    public void reopen(Neighbour of, Unconfirmed row, int lastKnownSeq) {
        as(row, of, """
                update hub.sync set acked_seq = :known, confirmed_seq = :known, uncertain = true,
                  next_attempt_at = null, state = 'QUEUED', lane = 'CATCH_UP', cause = 'acknowledged, but not there'
                where dossier_id = :dossier and neighbour = :neighbour and environment = :environment
                  and state = 'IDLE' and acked_seq = :acked""").param("known", lastKnownSeq).update();
    }

    private JdbcClient.StatementSpec as(Unconfirmed row, Neighbour of, String sql) {
        return jdbc.sql(sql)
                .param("dossier", row.dossierId())
                .param("neighbour", of.name())
                .param("environment", of.environment())
                .param("acked", row.ackedSeq());
    }

    private JdbcClient.StatementSpec rows(String sql, Neighbour of, Duration ago, int limit) {
        return jdbc.sql(sql)
                .param("neighbour", of.name())
                .param("environment", of.environment())
                .param("at", OffsetDateTime.now(clock).minus(ago))
                .param("limit", limit);
    }

    private static Unconfirmed unconfirmed(ResultSet row, int number) throws SQLException {
        return new Unconfirmed(row.getObject("dossier_id", UUID.class), row.getInt("acked_seq"));
    }
}
