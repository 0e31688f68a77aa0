package vn.lienthong.hub.intake.failures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.platform.reason.ReasonText;

/**
 * A record that was refused or parked.
 *
 * @param receipt the text its sender holds
 * @param replacedBy the receipt of an edited record that stands for it now
 * @param fingerprint equal for equal bugs of ours; staff only, as is {@code trace}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Failure(
        @JsonIgnore UUID receiptId,
        String receipt,
        int no,
        String sender,
        RecordState state,
        @Nullable String code,
        @Nullable String cause,
        @Nullable String owner,
        @Nullable String fingerprint,
        @Nullable String trace,
        List<ReasonText> reasons,
        int replays,
        long configVersion,
        Instant acceptedAt,
        Instant updatedAt,
        String correlationId,
        @Nullable String replacedBy) {

    /** What it shares with others that failed for the same; of what was refused the rule and field of its first reason. */
    @Nullable
    String kind() {
        if (cause != null || reasons.isEmpty()) {
            return cause;
        }
        ReasonText first = reasons.getFirst();
        return first.field() == null ? first.rule() : first.rule() + " " + first.field();
    }

    /** As its sender may see it: that we failed, not where. */
    Failure forSender() {
        return new Failure(
                receiptId,
                receipt,
                no,
                sender,
                state,
                code,
                cause,
                owner,
                null,
                null,
                reasons,
                replays,
                configVersion,
                acceptedAt,
                updatedAt,
                correlationId,
                replacedBy);
    }
}
