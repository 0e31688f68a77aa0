package vn.lienthong.hub.console.issues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.platform.time.VietnamTime;

/** What people said about issues: the newest word of each, and all of them. */
@Repository
class Decisions {

    private final JdbcClient db;

    Decisions(JdbcClient db) {
        this.db = db;
    }

    /** The newest word about an issue. */
    record Decision(
            String key,
            Kind kind,
            String neighbour,
            String cause,
            State state,
            @Nullable String owner,
            @Nullable OffsetDateTime mutedUntil,
            OffsetDateTime changedAt) {}

    Map<String, Decision> newest() {
        return db.sql("select * from hub.issues").query((row, number) -> decision(row)).list().stream()
                .collect(Collectors.toMap(Decision::key, Function.identity()));
    }

    List<Issue.Act> acts(String key) {
        return db.sql("select * from hub.issue_acts where key = :key order by id")
                .param("key", key)
                .query((row, number) -> new Issue.Act(
                        local(row.getObject("at", OffsetDateTime.class)),
                        row.getString("actor"),
                        State.valueOf(row.getString("state")),
                        row.getString("owner"),
                        row.getString("note")))
                .list();
    }

    void keep(
            Issue issue,
            State state,
            @Nullable String owner,
            @Nullable Instant mutedUntil,
            String actor,
            @Nullable String note,
            Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        db.sql("""
                        insert into hub.issues (key, kind, neighbour, cause, state, owner, muted_until, changed_at)
                        values (:key, :kind, :neighbour, :cause, :state, :owner, :mutedUntil, :at)
                        on conflict (key) do update set state = excluded.state, owner = excluded.owner,
                          muted_until = excluded.muted_until, changed_at = excluded.changed_at
                        """)
                .param("key", issue.key())
                .param("kind", issue.kind().name())
                .param("neighbour", issue.neighbour())
                .param("cause", issue.cause())
                .param("state", state.name())
                .param("owner", owner)
                .param("mutedUntil", mutedUntil == null ? null : mutedUntil.atOffset(ZoneOffset.UTC))
                .param("at", at)
                .update();
        db.sql("""
                        insert into hub.issue_acts (key, at, actor, state, owner, note)
                        values (:key, :at, :actor, :state, :owner, :note)
                        """)
                .param("key", issue.key())
                .param("at", at)
                .param("actor", actor)
                .param("state", state.name())
                .param("owner", owner)
                .param("note", note)
                .update();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        OffsetDateTime muted = row.getObject("muted_until", OffsetDateTime.class);
        return new Decision(
                row.getString("key"),
                Kind.valueOf(row.getString("kind")),
                row.getString("neighbour"),
                row.getString("cause"),
                State.valueOf(row.getString("state")),
                row.getString("owner"),
                muted == null ? null : local(muted),
                local(row.getObject("changed_at", OffsetDateTime.class)));
    }

    private static OffsetDateTime local(OffsetDateTime at) {
        return at.withOffsetSameInstant(VietnamTime.OFFSET);
    }
}
