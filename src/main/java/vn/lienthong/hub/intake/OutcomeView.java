package vn.lienthong.hub.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.reason.ReasonText;
import vn.lienthong.hub.platform.reason.Reasons;

/**
 * A submission's outcome as it is told.
 *
 * @param state {@code IN_FLIGHT} until every record has ended, then {@code ENDED}
 * @param next the {@code after} of the next page, absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutcomeView(
        String receipt,
        String state,
        @Nullable Instant acceptedAt,
        SubmissionOutcome.@Nullable Counts counts,
        List<RecordView> records,
        @Nullable Integer next) {

    /** One record's outcome, its reasons in the reader's language. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordView(
            int no,
            RecordState state,
            @Nullable String code,
            @Nullable Boolean changed,
            @Nullable String cause,
            @Nullable List<ReasonText> reasons) {

        static RecordView of(RecordOutcome outcome, Locale locale) {
            List<ReasonText> reasons = outcome.reasons().stream()
                    .map(reason -> Reasons.text(reason, locale))
                    .toList();
            return new RecordView(
                    outcome.no(),
                    outcome.state(),
                    outcome.code(),
                    outcome.changed(),
                    outcome.cause(),
                    reasons.isEmpty() ? null : reasons);
        }
    }

    /** The register has not seen it yet; the broker has. */
    static OutcomeView inFlight(String receipt) {
        return new OutcomeView(receipt, "IN_FLIGHT", null, null, List.of(), null);
    }

    static OutcomeView of(String receipt, SubmissionOutcome outcome, int limit, Locale locale) {
        List<RecordOutcome> page = outcome.page();
        return new OutcomeView(
                receipt,
                outcome.complete() ? "ENDED" : "IN_FLIGHT",
                outcome.acceptedAt(),
                outcome.counts(),
                page.stream().map(record -> RecordView.of(record, locale)).toList(),
                page.size() < limit ? null : page.getLast().no());
    }
}
