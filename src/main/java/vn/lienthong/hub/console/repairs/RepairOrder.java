package vn.lienthong.hub.console.repairs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What somebody ordered for a record that failed.
 *
 * @param cause for which it had failed until then, as far as that is kept
 * @param plan its id, when a plan did it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RepairOrder(
        How how,
        OffsetDateTime at,
        String by,
        String reason,
        @Nullable String cause,
        @Nullable String plan) {

    /** In which way it was mended. */
    public enum How {
        /** Somebody edited it and sent it in its place. */
        EDITED,
        /** Somebody had it read again, alone or with others. */
        READ_AGAIN,
        /** A plan had it read again. */
        PLANNED
    }
}
