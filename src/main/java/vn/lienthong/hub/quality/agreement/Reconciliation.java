package vn.lienthong.hub.quality.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One comparison, asked for or nightly.
 *
 * @param sample so many dossiers are looked up at the portal, where no list of it is given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reconciliation(
        UUID id,
        Scope scope,
        @Nullable UUID portalList,
        @Nullable UUID senderList,
        @Nullable Integer sample,
        String askedBy,
        String reason,
        OffsetDateTime askedAt,
        State state,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable Counts counts,
        @Nullable String failure) {

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        /** It cannot be done; the failure says why. */
        FAILED
    }
}
