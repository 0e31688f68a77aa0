package vn.lienthong.hub.intake.failures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.intake.Receipt;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.submissions.Replays;
import vn.lienthong.hub.intake.submissions.Times;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.reason.ReasonText;
import vn.lienthong.hub.platform.reason.Reasons;

/** The records that were refused or parked. */
@Repository
class Failures {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
    private static final String SELECT = """
            select r.*, s.correlation_id
              from hub.records r join hub.submissions s using (receipt, accepted_at)
             where %s
            """;
    private static final String PAGE = SELECT.formatted(FailureFilter.WHERE) + """
               and (cast(:afterTime as timestamptz) is null
                    or (accepted_at, receipt, r.no) < (:afterTime, cast(:afterReceipt as uuid), cast(:afterNo as int)))
             order by accepted_at desc, receipt desc, r.no desc limit :limit
            """;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Receipts receipts;

    Failures(JdbcClient db, JsonMapper json, Receipts receipts) {
        this.db = db;
        this.json = json;
        this.receipts = receipts;
    }

    List<Failure> page(FailureFilter filter, @Nullable Position after, int limit, Locale language) {
        return filter.bind(db.sql(PAGE))
                .param("afterTime", after == null ? null : Times.write(after.acceptedAt()))
                .param("afterReceipt", after == null ? null : after.receipt().toString())
                .param("afterNo", after == null ? null : after.no())
                .param("limit", limit)
                .query((row, i) -> failure(row, language))
                .list();
    }

    /** The newest of this receipt and number: a receipt may have been used twice. */
    Optional<Failure> find(UUID receipt, int no, Locale language) {
        return db.sql(SELECT.formatted("receipt = :receipt and r.no = :no and r.state in ('PARKED', 'REFUSED')"))
                .param("receipt", receipt)
                .param("no", no)
                .query((row, i) -> failure(row, language))
                .optional();
    }

    /** Keys of failures, oldest first, as they should be replayed. */
    List<Replays.Key> keys(FailureFilter filter, int limit) {
        return filter.bind(db.sql("select r.receipt, r.no, r.accepted_at from hub.records r where "
                        + FailureFilter.WHERE + " order by r.accepted_at, r.receipt, r.no limit :limit"))
                .param("limit", limit)
                .query((row, i) ->
                        new Replays.Key(uuid(row, "receipt"), row.getInt("no"), Times.read(row, "accepted_at")))
                .list();
    }

    private Failure failure(ResultSet row, Locale language) throws SQLException {
        UUID receipt = uuid(row, "receipt");
        return new Failure(
                receipt,
                receipts.text(new Receipt(receipt)),
                row.getInt("no"),
                row.getString("sender"),
                RecordState.valueOf(row.getString("state")),
                row.getString("code"),
                row.getString("cause"),
                row.getString("owner"),
                row.getString("cause_fingerprint"),
                row.getString("trace"),
                reasons(row.getString("reasons"), language),
                row.getInt("replays"),
                row.getLong("config_version"),
                Times.read(row, "accepted_at"),
                Times.read(row, "updated_at"),
                row.getString("correlation_id"),
                replacement(row.getObject("replaced_by", UUID.class)));
    }

    private @Nullable String replacement(@Nullable UUID receipt) {
        return receipt == null ? null : receipts.text(new Receipt(receipt));
    }

    private List<ReasonText> reasons(@Nullable String text, Locale language) {
        List<Reason> reasons = text == null ? List.of() : json.readValue(text, REASONS);
        return reasons.stream().map(reason -> Reasons.text(reason, language)).toList();
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }
}
