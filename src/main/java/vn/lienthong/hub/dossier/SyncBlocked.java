package vn.lienthong.hub.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows that wait for people, not for time: refused by the neighbour for good, or never sendable. */
@Repository
public class SyncBlocked {

    private static final String OF_NEIGHBOUR =
            " s.neighbour = :neighbour and s.environment = :environment and s.state = 'BLOCKED'";

    private final JdbcClient jdbc;
    private final Clock clock;

    public SyncBlocked(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A blocked row; {@code since} is when what it owes was queued. */
    public record Row(
            UUID dossierId, String code, String sender, int lastSeq, int ackedSeq, Instant since, String cause) {}

    /** How many rows share a cause. */
    public record Cause(String cause, long rows) {}

    /**
     * Oldest first, those whose cause starts so, behind the given row when there is one.
     *
     * @param sender only this one's; null for all
     */
    public List<Row> page(
            Neighbour of, String causeStart, @Nullable String sender, Instant behind, UUID behindId, int limit) {
        return rows("""
                        select s.dossier_id, d.code, d.sender, s.last_seq, s.acked_seq, s.queued_at, s.cause
                        from hub.sync s join hub.dossiers d on d.id = s.dossier_id
                        where """ + OF_NEIGHBOUR + """
                          and starts_with(coalesce(s.cause, ''), :cause)
                          and (cast(:sender as text) is null or d.sender = :sender)
                          and (s.queued_at, s.dossier_id) > (:behind, :behindId)
                        order by s.queued_at, s.dossier_id limit :limit""", of)
                .param("cause", causeStart)
                .param("sender", sender)
                .param("behind", behind.atOffset(java.time.ZoneOffset.UTC))
                .param("behindId", behindId)
                .param("limit", limit)
                .query(SyncBlocked::row)
                .list();
    }

    /** The causes, most frequent first. */
    public List<Cause> causes(Neighbour of, int limit) {
        return rows("""
                        select coalesce(s.cause, '') as cause, count(*) as rows from hub.sync s
                        where """ + OF_NEIGHBOUR + """
                         group by 1 order by rows desc, cause limit :limit""", of)
                .param("limit", limit)
                .query((row, number) -> new Cause(row.getString("cause"), row.getLong("rows")))
                .list();
    }

    /** Lets one row be tried again; false when it is not blocked. */
    public boolean replay(Neighbour of, UUID dossierId) {
        return rows("""
                        update hub.sync s set state = 'QUEUED', lane = 'LIVE', cause = null, attempts = 0,
                          queued_at = :now
                        where """ + OF_NEIGHBOUR + " and s.dossier_id = :dossier", of)
                        .param("dossier", dossierId)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** Lets rows whose cause starts so be tried again, oldest first, behind what happens now. */
    public int replay(Neighbour of, String causeStart, int limit) {
        return rows("""
                        with again as (
                          select s.dossier_id from hub.sync s
                          where """ + OF_NEIGHBOUR + """
                            and starts_with(coalesce(s.cause, ''), :cause)
                          order by s.queued_at limit :limit for update skip locked)
                        update hub.sync s set state = 'QUEUED', lane = 'CATCH_UP', cause = null, attempts = 0
                        from again
                        where s.dossier_id = again.dossier_id and""" + OF_NEIGHBOUR, of)
                .param("cause", causeStart)
                .param("limit", limit)
                .update();
    }

    private JdbcClient.StatementSpec rows(String sql, Neighbour of) {
        return jdbc.sql(sql).param("neighbour", of.name()).param("environment", of.environment());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("dossier_id", UUID.class),
                row.getString("code"),
                row.getString("sender"),
                row.getInt("last_seq"),
                row.getInt("acked_seq"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                String.valueOf(row.getString("cause")));
    }
}
