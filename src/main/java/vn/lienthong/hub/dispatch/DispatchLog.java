package vn.lienthong.hub.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Messages as staff read them, without what they say. */
@Repository
class DispatchLog {

    private static final int MOST = 200;

    private final JdbcClient db;

    DispatchLog(JdbcClient db) {
        this.db = db;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String id,
            String code,
            String system,
            String kind,
            String state,
            int attempts,
            boolean uncertain,
            @Nullable String cause,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime nextAttemptAt,
            @Nullable OffsetDateTime endedAt,
            String correlationId) {}

    List<Line> lines(@Nullable String code, @Nullable String system, @Nullable String state) {
        return db.sql("""
                        select * from hub.dispatches
                         where (cast(:code as text) is null or code = :code)
                           and (cast(:system as text) is null or system = :system)
                           and (cast(:state as text) is null or state = :state)
                         order by number desc limit :most
                        """)
                .param("code", code)
                .param("system", system)
                .param("state", state)
                .param("most", MOST)
                .query((row, number) -> new Line(
                        "lt-" + row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("system"),
                        row.getString("kind"),
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getBoolean("uncertain"),
                        row.getString("cause"),
                        local(row.getObject("created_at", OffsetDateTime.class)),
                        row.getString("state").equals("WAITING")
                                ? local(row.getObject("next_attempt_at", OffsetDateTime.class))
                                : null,
                        row.getObject("ended_at") == null
                                ? null
                                : local(row.getObject("ended_at", OffsetDateTime.class)),
                        row.getString("correlation_id")))
                .list();
    }

    private static OffsetDateTime local(OffsetDateTime at) {
        return at.withOffsetSameInstant(VietnamTime.OFFSET);
    }
}
