package vn.lienthong.hub.quality.resend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The plans themselves; whoever acts on one holds its row. */
@Repository
class PlanTable {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    PlanTable(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** A plan's row without its counts. */
    record Row(Plan plan, @Nullable OffsetDateTime tickedAt) {}

    /** Until its dossiers are counted it needs a second person. */
    void insert(UUID id, Plans.Proposal proposal) {
        db.sql("""
                insert into hub.resend_plans (id, work, selection, include_confirmed, reason, proposed_by, proposed_at, state,
                  needs_second, per_second, window_from, window_until)
                values (:id, :work, cast(:selection as jsonb), :confirmed, :reason, :by, :now, 'CHECKING', true, :rate,
                  cast(:from as time), cast(:until as time))""")
                .param("id", id)
                .param("work", proposal.work().name())
                .param("selection", json.writeValueAsString(proposal.selection()))
                .param("confirmed", proposal.includeConfirmed())
                .param("reason", proposal.reason())
                .param("by", proposal.by())
                .param("now", OffsetDateTime.now(clock))
                .param("rate", proposal.perSecond())
                .param("from", text(proposal.windowFrom()))
                .param("until", text(proposal.windowUntil()))
                .update();
    }

    /** So few that who proposes may approve. */
    void oneIsEnough(UUID id) {
        db.sql("update hub.resend_plans set needs_second = false where id = :id")
                .param("id", id)
                .update();
    }

    private static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }

    Optional<Row> find(UUID id) {
        return db.sql("select * from hub.resend_plans where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Holds the row until the caller's transaction ends. */
    Optional<Row> lock(UUID id) {
        return db.sql("select * from hub.resend_plans where id = :id for update")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Holds the row, unless somebody else does. */
    Optional<Row> lockIfFree(UUID id) {
        return db.sql("select * from hub.resend_plans where id = :id and ended_at is null for update skip locked")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Plans that are not over, oldest first. */
    List<UUID> open() {
        return db.sql("select id from hub.resend_plans where ended_at is null order by proposed_at limit 100")
                .query(UUID.class)
                .list();
    }

    List<Row> page(@Nullable OffsetDateTime before, int limit) {
        return db.sql("""
                select * from hub.resend_plans where cast(:before as timestamptz) is null or proposed_at < :before
                order by proposed_at desc, id limit :limit""")
                .param("before", before)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    void state(UUID id, Plan.State state) {
        db.sql("update hub.resend_plans set state = :state where id = :id")
                .param("id", id)
                .param("state", state.name())
                .update();
    }

    void decided(UUID id, String by) {
        db.sql("update hub.resend_plans set decided_by = :by, decided_at = :now where id = :id")
                .param("id", id)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void ticked(UUID id) {
        db.sql("update hub.resend_plans set ticked_at = :now where id = :id")
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void ended(UUID id, Plan.State state) {
        db.sql("update hub.resend_plans set state = :state, ended_at = :now where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        Plan plan = new Plan(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                PlanKind.valueOf(row.getString("work")),
                json.readValue(row.getString("selection"), Selection.class),
                row.getBoolean("include_confirmed"),
                row.getString("reason"),
                row.getString("proposed_by"),
                Objects.requireNonNull(Items.local(row, "proposed_at")),
                Plan.State.valueOf(row.getString("state")),
                row.getBoolean("needs_second"),
                row.getInt("per_second"),
                row.getObject("window_from", LocalTime.class),
                row.getObject("window_until", LocalTime.class),
                row.getString("decided_by"),
                Items.local(row, "decided_at"),
                Items.local(row, "ended_at"),
                0,
                Map.of(),
                Map.of());
        return new Row(plan, Items.local(row, "ticked_at"));
    }
}
