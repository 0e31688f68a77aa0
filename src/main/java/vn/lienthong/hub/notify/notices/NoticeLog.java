package vn.lienthong.hub.notify.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Notices and attempts as staff read them. */
@Repository
class NoticeLog {

    private final JdbcClient db;

    NoticeLog(JdbcClient db) {
        this.db = db;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long id,
            String event,
            String occasion,
            String channel,
            String state,
            @Nullable String cause,
            @Nullable OffsetDateTime createdAt,
            @Nullable OffsetDateTime nextAttemptAt,
            List<Attempt> attempts) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attempt(
            int no,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime endedAt,
            String gateway,
            String address,
            @Nullable String verdict,
            @Nullable String words) {}

    private record Tried(long notice, Attempt attempt) {}

    /** In the order in which they came to be owed. */
    List<Line> of(UUID dossier) {
        Map<Long, List<Attempt>> attempts =
                db.sql("""
                        select a.* from hub.notice_attempts a join hub.notices n on n.id = a.notice_id
                         where n.dossier_id = :dossier order by a.notice_id, a.no, a.started_at
                        """).param("dossier", dossier).query(NoticeLog::tried).list().stream()
                        .collect(Collectors.groupingBy(
                                Tried::notice, Collectors.mapping(Tried::attempt, Collectors.toList())));
        return db.sql("select * from hub.notices where dossier_id = :dossier order by id")
                .param("dossier", dossier)
                .query((row, number) -> line(row, attempts))
                .list();
    }

    private static Line line(ResultSet row, Map<Long, List<Attempt>> attempts) throws SQLException {
        String state = row.getString("state");
        return new Line(
                row.getLong("id"),
                row.getString("event"),
                row.getString("occasion"),
                row.getString("channel"),
                state,
                row.getString("cause"),
                time(row, "created_at"),
                state.equals("WAITING") ? time(row, "next_attempt_at") : null,
                attempts.getOrDefault(row.getLong("id"), List.of()));
    }

    private static Tried tried(ResultSet row, int number) throws SQLException {
        return new Tried(
                row.getLong("notice_id"),
                new Attempt(
                        row.getInt("no"),
                        time(row, "started_at"),
                        time(row, "ended_at"),
                        row.getString("gateway"),
                        row.getString("address"),
                        row.getString("verdict"),
                        row.getString("words")));
    }

    private static @Nullable OffsetDateTime time(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.withOffsetSameInstant(VietnamTime.OFFSET);
    }
}
