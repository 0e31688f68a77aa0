package vn.lienthong.hub.quality.resend;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan as people see it.
 *
 * @param work what is done with each
 * @param includeConfirmed whether dossiers are told again of which the portal itself said that it has them
 * @param forecasts how many dossiers the dry run sees pass, fail, do nothing, be overtaken
 * @param outcomes how many ended how; what is not there yet is {@code WAITING}, and all together are {@code dossiers}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Plan(
        UUID id,
        PlanKind work,
        Selection selection,
        boolean includeConfirmed,
        String reason,
        String proposedBy,
        OffsetDateTime proposedAt,
        State state,
        boolean needsSecondPerson,
        int perSecond,
        @Nullable LocalTime windowFrom,
        @Nullable LocalTime windowUntil,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable OffsetDateTime endedAt,
        long dossiers,
        Map<String, Long> forecasts,
        Map<String, Long> outcomes) {

    /** How far it is. */
    public enum State {
        /** Frozen; the dry run goes through it. */
        CHECKING,
        /** Waits for approval. */
        CHECKED,
        /** Runs, in its hours. */
        APPROVED,
        PAUSED,
        DONE,
        /** What was not sent never will be by this plan. */
        CANCELLED
    }

    /** Whether it may run at this time of day. */
    static boolean open(@Nullable LocalTime from, @Nullable LocalTime until, LocalTime now) {
        if (from == null || until == null) {
            return true;
        }
        boolean begun = !now.isBefore(from);
        boolean over = !now.isBefore(until);
        return from.isBefore(until) ? begun && !over : begun || !over;
    }
}
