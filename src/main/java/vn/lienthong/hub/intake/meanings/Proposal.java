package vn.lienthong.hub.intake.meanings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says a code means, and what became of it.
 *
 * @param cause of the parked records it is to mend
 * @param version of the configuration that it became
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Proposal(
        long id,
        OffsetDateTime proposedAt,
        String proposedBy,
        String sender,
        String cause,
        String code,
        String meaning,
        String reason,
        State state,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decidedBy,
        @Nullable String decision,
        @Nullable Long version) {

    /** How far it is. */
    enum State {
        PROPOSED,
        APPROVED,
        REFUSED
    }
}
