package vn.lienthong.hub.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * How one record ended.
 *
 * @param code the dossier's code, as far as it is known
 * @param changed whether a registered record said anything new, null otherwise
 * @param cause why it is parked, null otherwise
 */
public record RecordOutcome(
        int no,
        RecordState state,
        @Nullable String code,
        @Nullable Boolean changed,
        @Nullable String cause,
        List<Reason> reasons) {}
