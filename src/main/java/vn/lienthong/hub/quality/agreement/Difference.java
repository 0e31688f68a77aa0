package vn.lienthong.hub.quality.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which two sides differ.
 *
 * @param theirCode under which the other side has it, where that is another code
 * @param since when the dossier last changed here
 * @param firstSeen when a run saw this difference first
 * @param repairs what may mend it, the likeliest first
 * @param repaired what was done about it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Difference(
        int no,
        Against against,
        Kind kind,
        String code,
        @Nullable String theirCode,
        @Nullable UUID dossierId,
        @Nullable String sender,
        @Nullable String ours,
        @Nullable String theirs,
        Cause cause,
        @Nullable String detail,
        String owner,
        @Nullable OffsetDateTime since,
        OffsetDateTime firstSeen,
        List<String> repairs,
        @Nullable Repaired repaired) {

    /** A repair that was ordered, and what came of it. */
    public record Repaired(String repair, String reason, String by, OffsetDateTime at, String outcome) {}
}
