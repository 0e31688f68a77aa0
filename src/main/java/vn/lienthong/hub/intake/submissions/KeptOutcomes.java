package vn.lienthong.hub.intake.submissions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.intake.RecordOutcome;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.SubmissionOutcome;
import vn.lienthong.hub.intake.SubmissionOutcomes;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * How submissions ended, as their sender may see it: our own bugs show as parked without saying where. Other bytes that
 * came under the same receipt follow behind the records of the first.
 */
@Repository
class KeptOutcomes implements SubmissionOutcomes {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final UnknownReceipts unknown;

    KeptOutcomes(JdbcClient db, JsonMapper json, UnknownReceipts unknown) {
        this.db = db;
        this.json = json;
        this.unknown = unknown;
    }

    @Override
    public Optional<SubmissionOutcome> find(UUID receipt, int after, int limit) {
        Optional<SubmissionOutcome> found = db.sql("""
                select s.receipt, s.accepted_at, s.sender, s.state,
                       count(*) filter (where r.state = 'REGISTERED') as registered,
                       count(*) filter (where r.state = 'REFUSED') as refused,
                       count(*) filter (where r.state = 'PARKED') as parked,
                       count(*) filter (where r.state = 'IN_FLIGHT') as in_flight
                  from hub.receipts i
                  join hub.submissions s using (receipt, accepted_at)
                  join hub.records r using (receipt, accepted_at)
                 where i.receipt = :receipt
                 group by s.receipt, s.accepted_at, s.sender, s.state
                """)
                .param("receipt", receipt)
                .query((row, i) -> outcome(row, page(receipt, after, limit)))
                .optional();
        if (found.isEmpty()) {
            unknown.asked(receipt);
        }
        return found;
    }

    private List<RecordOutcome> page(UUID receipt, int after, int limit) {
        return db.sql("""
                select r.no, r.state, r.code, r.changed, r.cause, r.reasons
                  from hub.receipts i join hub.records r using (receipt, accepted_at)
                 where i.receipt = :receipt and r.no > :after
                 order by r.no limit :limit
                """)
                .param("receipt", receipt)
                .param("after", after)
                .param("limit", limit)
                .query((row, i) -> record(row))
                .list();
    }

    private static SubmissionOutcome outcome(ResultSet row, List<RecordOutcome> page) throws SQLException {
        var counts = new SubmissionOutcome.Counts(
                row.getInt("registered"), row.getInt("refused"), row.getInt("parked"), row.getInt("in_flight"));
        boolean read = !row.getString("state").equals(Progress.State.RECEIVING.name());
        return new SubmissionOutcome(
                Objects.requireNonNull(row.getObject("receipt", UUID.class)),
                row.getString("sender"),
                Times.read(row, "accepted_at"),
                read && counts.inFlight() == 0,
                counts,
                page);
    }

    private RecordOutcome record(ResultSet row) throws SQLException {
        @Nullable String reasons = row.getString("reasons");
        return new RecordOutcome(
                row.getInt("no"),
                RecordState.valueOf(row.getString("state")),
                row.getString("code"),
                row.getObject("changed", Boolean.class),
                row.getString("cause"),
                reasons == null ? List.of() : json.readValue(reasons, REASONS));
    }
}
