package vn.lienthong.hub.console.issues;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that fails in the same way at the same neighbour.
 *
 * @param key stays the same for the same kind, neighbour and cause
 * @param count of members now; none when all were mended
 * @param recent how many became members in each of the last 24 hours, the oldest first
 * @param returned whether it was resolved or muted before and is open again
 * @param lacks all that its members lack of what the portal demands; null for none
 * @param mending what its records wait for, where somebody proposed a meaning of their code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Issue(
        String key,
        Kind kind,
        String neighbour,
        String cause,
        State state,
        boolean returned,
        @Nullable String owner,
        @Nullable OffsetDateTime mutedUntil,
        long count,
        @Nullable OffsetDateTime firstAt,
        @Nullable OffsetDateTime lastAt,
        List<Integer> recent,
        @Nullable List<Lack> lacks,
        @Nullable Mending mending) {

    /** What somebody said about it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Act(
            OffsetDateTime at,
            String actor,
            State state,
            @Nullable String owner,
            @Nullable String note) {}
}
