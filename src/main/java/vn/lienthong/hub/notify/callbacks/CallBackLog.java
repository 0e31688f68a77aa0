package vn.lienthong.hub.notify.callbacks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Call-backs as staff read them, without what was said in them. */
@Repository
class CallBackLog {

    private static final int MOST = 200;

    private final JdbcClient db;

    CallBackLog(JdbcClient db) {
        this.db = db;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long id,
            String sender,
            String kind,
            @Nullable String code,
            String occasion,
            String state,
            int attempts,
            @Nullable String cause,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime nextAttemptAt,
            @Nullable String correlationId) {}

    List<Line> lines(@Nullable String sender, @Nullable String state) {
        return db.sql("""
                        select *, facts ->> 'code' as code from hub.call_backs
                         where sender = coalesce(:sender, sender) and state = coalesce(:state, state)
                         order by id desc limit :most
                        """)
                .param("sender", sender)
                .param("state", state)
                .param("most", MOST)
                .query((row, number) -> new Line(
                        row.getLong("id"),
                        row.getString("sender"),
                        row.getString("kind"),
                        row.getString("code"),
                        row.getString("occasion"),
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getString("cause"),
                        local(row.getObject("created_at", OffsetDateTime.class)),
                        row.getString("state").equals("WAITING")
                                ? local(row.getObject("next_attempt_at", OffsetDateTime.class))
                                : null,
                        row.getString("correlation_id")))
                .list();
    }

    private static OffsetDateTime local(OffsetDateTime at) {
        return at.withOffsetSameInstant(VietnamTime.OFFSET);
    }
}
