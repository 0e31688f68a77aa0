package vn.lienthong.hub.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the ledger says, for people and gauges. */
@Repository
public class SyncReport {

    private final JdbcClient jdbc;

    public SyncReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A ledger row as it stands. */
    public record Row(
            Neighbour neighbour,
            String state,
            Lane lane,
            int lastSeq,
            Standing standing,
            int attempts,
            Instant queuedAt,
            @Nullable Instant nextAttemptAt,
            @Nullable String cause) {}

    /** The rows of a dossier, every neighbour and environment. */
    public List<Row> of(UUID dossierId) {
        return jdbc.sql("select * from hub.sync where dossier_id = :dossier order by neighbour, environment")
                .param("dossier", dossierId)
                .query(SyncReport::row)
                .list();
    }

    /** The rows of several dossiers towards one neighbour; a dossier without one is left out. */
    public Map<UUID, Row> of(Neighbour neighbour, Collection<UUID> dossiers) {
        return jdbc
                .sql("""
                        select * from hub.sync
                        where dossier_id = any(:dossiers) and neighbour = :neighbour and environment = :environment""")
                .param("dossiers", dossiers.toArray(UUID[]::new))
                .param("neighbour", neighbour.name())
                .param("environment", neighbour.environment())
                .query((row, number) -> Map.entry(row.getObject("dossier_id", UUID.class), row(row, number)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many rows of a state and lane owe something, and since when the oldest does. */
    public record Depth(String state, Lane lane, long rows, Instant oldest) {}

    /** Everything owed to a neighbour; each part reads its own small index. */
    public List<Depth> depths(Neighbour of) {
        return jdbc.sql("""
                        select state, lane, count(*) as rows, min(queued_at) as oldest from (
                          select state, lane, queued_at from hub.sync
                           where neighbour = :neighbour and environment = :environment and state = 'QUEUED'
                          union all
                          select state, lane, queued_at from hub.sync
                           where neighbour = :neighbour and environment = :environment and state = 'SENDING'
                          union all
                          select state, lane, queued_at from hub.sync
                           where neighbour = :neighbour and environment = :environment and state = 'BLOCKED'
                          union all
                          select 'DUE', lane, queued_at from hub.sync
                           where neighbour = :neighbour and environment = :environment and state = 'IDLE'
                             and next_attempt_at is not null) as owed
                        group by state, lane""")
                .param("neighbour", of.name())
                .param("environment", of.environment())
                .query(SyncReport::depth)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new Neighbour(row.getString("neighbour"), row.getString("environment")),
                row.getString("state"),
                Lane.valueOf(row.getString("lane")),
                row.getInt("last_seq"),
                SyncClaims.standing(row),
                row.getInt("attempts"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("next_attempt_at", OffsetDateTime.class)),
                row.getString("cause"));
    }

    private static Depth depth(ResultSet row, int number) throws SQLException {
        return new Depth(
                row.getString("state"),
                Lane.valueOf(row.getString("lane")),
                row.getLong("rows"),
                row.getObject("oldest", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
