package vn.lienthong.hub.intake.submissions;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.Outcome;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * How a record ended, for now or for good.
 *
 * @param wake whether a neighbour's worker has something to send
 */
record Ending(
        RecordState state,
        @Nullable UUID dossierId,
        @Nullable String code,
        @Nullable Boolean changed,
        List<Reason> reasons,
        @Nullable String cause,
        @Nullable String owner,
        @Nullable Fault fault,
        boolean wake) {

    /** Whoever must act when the hub is at fault. */
    static final String HUB = "hub";

    private static final String BUG = "internal-error";

    static Ending of(Outcome outcome, String code) {
        return switch (outcome) {
            case Outcome.Registered in ->
                new Ending(
                        RecordState.REGISTERED,
                        in.dossierId(),
                        in.code(),
                        in.changed(),
                        List.of(),
                        null,
                        null,
                        null,
                        in.wake());
            case Outcome.Refused no -> refused(code, no.reasons());
            case Outcome.Parked later -> parked(code, later.cause(), later.owner(), later.reasons());
        };
    }

    static Ending refused(@Nullable String code, List<Reason> reasons) {
        return new Ending(RecordState.REFUSED, null, code, null, reasons, null, null, null, false);
    }

    static Ending parked(@Nullable String code, String cause, String owner, List<Reason> reasons) {
        return new Ending(RecordState.PARKED, null, code, null, reasons, cause, owner, null, false);
    }

    static Ending parked(Fault fault) {
        return new Ending(RecordState.PARKED, null, null, null, List.of(Reason.of(BUG)), BUG, HUB, fault, false);
    }
}
