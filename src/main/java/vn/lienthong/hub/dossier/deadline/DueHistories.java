package vn.lienthong.hub.dossier.deadline;

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

/** What moved the dates of several dossiers, and what stopped their clocks. */
@Repository
public class DueHistories {

    private final JdbcClient db;

    public DueHistories(JdbcClient db) {
        this.db = db;
    }

    /** A date that was said anew. */
    public record Moved(
            UUID dossier,
            int seq,
            Adjustment.Line line,
            Instant before,
            Instant after,
            String by,
            Instant recordedAt) {}

    /** When the clock stood; null as long as it stands. */
    public record Stood(
            UUID dossier, Instant since, @Nullable Instant until) {}

    /** In the order of registration. */
    public Map<UUID, List<Moved>> moved(Collection<UUID> dossiers) {
        return db
                .sql("""
                        select dossier_id, seq, line, due_before, due_after, by, recorded_at from hub.due_adjustments
                         where dossier_id = any(:ids) and line <> 'COMPUTED' order by id
                        """)
                .param("ids", dossiers.toArray(UUID[]::new))
                .query((row, number) -> new Moved(
                        row.getObject("dossier_id", UUID.class),
                        row.getInt("seq"),
                        Adjustment.Line.valueOf(row.getString("line")),
                        time(row, "due_before"),
                        time(row, "due_after"),
                        row.getString("by"),
                        time(row, "recorded_at")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Moved::dossier));
    }

    public Map<UUID, List<Stood>> stood(Collection<UUID> dossiers) {
        return db
                .sql("select dossier_id, since, until from hub.due_suspensions where dossier_id = any(:ids)")
                .param("ids", dossiers.toArray(UUID[]::new))
                .query((row, number) -> new Stood(
                        row.getObject("dossier_id", UUID.class),
                        time(row, "since"),
                        row.getObject("until", OffsetDateTime.class) == null ? null : time(row, "until")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Stood::dossier));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
