package vn.lienthong.hub.quality.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.time.VietnamTime;

/** The runs: asked for, claimed by one node at a time under a lease, ended. */
@Repository
public class Reconciliations {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Reconciliations(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** What is asked for. */
    public record Order(
            Scope scope,
            @Nullable UUID portalList,
            @Nullable UUID senderList,
            @Nullable Integer sample,
            String askedBy,
            String reason) {}

    public Reconciliation ask(Order order) {
        UUID id = UUID.randomUUID();
        insert(id, order, null);
        return find(id).orElseThrow();
    }

    /** The run of a night; false when it was made already, by this node or another. */
    boolean askNightly(LocalDate night, Order order) {
        return insert(UUID.randomUUID(), order, night) > 0;
    }

    private int insert(UUID id, Order order, @Nullable LocalDate night) {
        return db.sql("""
                insert into hub.reconciliations
                  (id, night, scope, portal_list, sender_list, sample, asked_by, reason, asked_at, state)
                values (:id, cast(:night as date), cast(:scope as jsonb), cast(:portal as uuid), cast(:sender as uuid),
                        cast(:sample as int), :by, :reason, :now, 'WAITING')
                on conflict (night) do nothing""")
                .param("id", id)
                .param("night", night == null ? null : night.toString())
                .param("scope", json.writeValueAsString(order.scope()))
                .param("portal", text(order.portalList()))
                .param("sender", text(order.senderList()))
                .param("sample", order.sample())
                .param("by", order.askedBy())
                .param("reason", order.reason())
                .param("now", now())
                .update();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    public Optional<Reconciliation> find(UUID id) {
        return db.sql("select * from hub.reconciliations where id = :id")
                .param("id", id)
                .query(this::run)
                .optional();
    }

    /** Newest first, older than the given one. */
    public List<Reconciliation> page(@Nullable OffsetDateTime before, int limit) {
        return db.sql("""
                select * from hub.reconciliations
                where cast(:before as timestamptz) is null or asked_at < :before
                order by asked_at desc, id desc limit :limit""")
                .param("before", before)
                .param("limit", limit)
                .query(this::run)
                .list();
    }

    /** The next that nobody works on; one whose node died counts as such when its lease has ended. */
    Optional<Reconciliation> claim(String lease, Duration life) {
        return db.sql("""
                update hub.reconciliations set state = 'RUNNING', lease = :lease, lease_until = :until,
                  started_at = coalesce(started_at, :now)
                where id = (select id from hub.reconciliations
                            where state = 'WAITING' or state = 'RUNNING' and lease_until < :now
                            order by asked_at limit 1 for update skip locked)
                returning *""")
                .param("lease", lease)
                .param("until", now().plus(life))
                .param("now", now())
                .query(this::run)
                .optional();
    }

    /** Fails once another node has taken the run over. */
    void renew(UUID id, String lease, Duration life) {
        int rows = db.sql("""
                update hub.reconciliations set lease_until = :until
                where id = :id and lease = :lease and state = 'RUNNING'""")
                .param("id", id)
                .param("lease", lease)
                .param("until", now().plus(life))
                .update();
        if (rows == 0) {
            throw new IllegalStateException("the lease of this reconciliation was lost");
        }
    }

    /** What this node left behind, or leaves behind now, is free to be begun anew. */
    void endLeasesOf(String node) {
        db.sql("""
                update hub.reconciliations set lease = null, lease_until = :past
                where state = 'RUNNING' and starts_with(lease, :node || '/')""").param("past", now().minusSeconds(1)).param("node", node).update();
    }

    void done(UUID id, String lease, Counts counts) {
        end(id, lease, "DONE", counts, null);
    }

    void failed(UUID id, String lease, @Nullable Counts counts, String failure) {
        end(id, lease, "FAILED", counts, failure);
    }

    private void end(UUID id, String lease, String state, @Nullable Counts counts, @Nullable String failure) {
        db.sql("""
                update hub.reconciliations set state = :state, ended_at = :now, lease = null, lease_until = null,
                  counts = cast(:counts as jsonb), failure = :failure
                where id = :id and lease = :lease""")
                .param("id", id)
                .param("lease", lease)
                .param("state", state)
                .param("now", now())
                .param("counts", counts == null ? null : json.writeValueAsString(counts))
                .param("failure", failure)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).withOffsetSameInstant(VietnamTime.OFFSET);
    }

    private Reconciliation run(ResultSet row, int number) throws SQLException {
        String counts = row.getString("counts");
        int sample = row.getInt("sample");
        return new Reconciliation(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                json.readValue(row.getString("scope"), Scope.class),
                row.getObject("portal_list", UUID.class),
                row.getObject("sender_list", UUID.class),
                sample == 0 ? null : sample,
                row.getString("asked_by"),
                row.getString("reason"),
                Objects.requireNonNull(Lists.at(row, "asked_at")),
                Reconciliation.State.valueOf(row.getString("state")),
                Lists.at(row, "started_at"),
                Lists.at(row, "ended_at"),
                counts == null ? null : json.readValue(counts, Counts.class),
                row.getString("failure"));
    }
}
