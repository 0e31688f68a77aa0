package vn.lienthong.hub.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.deadline.Adjustment;
import vn.lienthong.hub.dossier.deadline.DueView;
import vn.lienthong.hub.platform.time.VietnamTime;

/** A dossier's due dates as the interface tells them, in the time of Việt Nam. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DueDates(
        @Nullable OffsetDateTime reception,
        @Nullable OffsetDateTime original,
        @Nullable OffsetDateTime current,
        @Nullable String source,
        @Nullable Computed computed,
        boolean differs,
        List<Suspension> suspensions,
        List<Change> adjustments,
        @Nullable Long ruleVersion,
        boolean provisional,
        DueView.@Nullable OnTime onTime) {

    record Computed(
            @Nullable OffsetDateTime original, @Nullable OffsetDateTime current) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Suspension(
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to,
            String basis,
            boolean counts,
            @Nullable String document) {

        static Suspension of(DueView.Suspension kept) {
            return new Suspension(
                    local(kept.from()), local(kept.until()), kept.basis().name(), kept.counts(), kept.document());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            @Nullable OffsetDateTime before,
            @Nullable OffsetDateTime after,
            String line,
            String by,
            String reason,
            @Nullable String form,
            int seq,
            @Nullable OffsetDateTime recordedAt) {

        static Change of(DueView.Recorded kept) {
            Adjustment made = kept.adjustment();
            return new Change(
                    local(made.before()),
                    local(made.after()),
                    made.line().name(),
                    made.by(),
                    made.reason(),
                    made.form(),
                    made.seq(),
                    local(kept.recordedAt()));
        }
    }

    static DueDates of(DueView due) {
        return new DueDates(
                local(due.reception()),
                local(due.original()),
                local(due.current()),
                due.source(),
                due.computedOriginal() == null
                        ? null
                        : new Computed(local(due.computedOriginal()), local(due.computedCurrent())),
                due.differs(),
                due.suspensions().stream().map(Suspension::of).toList(),
                due.adjustments().stream().map(Change::of).toList(),
                due.ruleVersion(),
                due.provisional(),
                due.onTime());
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant at) {
        return at == null ? null : at.atOffset(VietnamTime.OFFSET);
    }
}
