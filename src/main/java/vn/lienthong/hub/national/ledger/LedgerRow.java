package vn.lienthong.hub.national.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.Lane;
import vn.lienthong.hub.dossier.Standing;
import vn.lienthong.hub.dossier.SyncReport;
import vn.lienthong.hub.platform.time.VietnamTime;

/** A row of the ledger as staff read it: what is owed ({@code lastSeq}), what was taken ({@code ackedSeq}). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LedgerRow(
        String neighbour,
        String environment,
        String state,
        Lane lane,
        int lastSeq,
        int ackedSeq,
        int confirmedSeq,
        int ackedDetailsSeq,
        List<Integer> passedOver,
        boolean knownThere,
        boolean uncertain,
        int attempts,
        OffsetDateTime queuedAt,
        @Nullable OffsetDateTime nextAttemptAt,
        @Nullable String cause) {

    static LedgerRow of(SyncReport.Row row) {
        Standing standing = row.standing();
        return new LedgerRow(
                row.neighbour().name(),
                row.neighbour().environment(),
                row.state(),
                row.lane(),
                row.lastSeq(),
                standing.ackedSeq(),
                standing.confirmedSeq(),
                standing.ackedDetailsSeq(),
                standing.passedOver(),
                standing.knownThere(),
                standing.uncertain(),
                row.attempts(),
                row.queuedAt().atOffset(VietnamTime.OFFSET),
                local(row.nextAttemptAt()),
                row.cause());
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant at) {
        return at == null ? null : at.atOffset(VietnamTime.OFFSET);
    }
}
