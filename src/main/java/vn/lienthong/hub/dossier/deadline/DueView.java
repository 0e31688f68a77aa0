package vn.lienthong.hub.dossier.deadline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a dossier is due, with everything that led there.
 *
 * @param reception until when an online dossier must be accepted or answered
 * @param original the date first promised: the department's where it stated one, else the hub's
 * @param current the date in force, likewise, or a later one promised by form 04
 * @param ruleVersion of the procedure, by which the hub computed
 * @param provisional the hub's date rests on a year whose days off nobody decided yet
 * @param differs the department's date and the hub's fall on different days
 * @param onTime null while there is no result
 */
public record DueView(
        @Nullable Instant reception,
        @Nullable Instant original,
        @Nullable Instant current,
        @Nullable String source,
        @Nullable Instant computedOriginal,
        @Nullable Instant computedCurrent,
        @Nullable Long ruleVersion,
        boolean provisional,
        boolean differs,
        List<Suspension> suspensions,
        List<Recorded> adjustments,
        @Nullable OnTime onTime) {

    /** A stop as kept; {@code counts} is false for a payment without legal basis. */
    public record Suspension(
            StopBasis basis,
            Instant from,
            @Nullable Instant until,
            boolean counts,
            @Nullable String document) {}

    /** An adjustment and when the register learned of it. */
    public record Recorded(Adjustment adjustment, Instant recordedAt) {}

    /** Whether the result came in time, against the first date and against the last. */
    public record OnTime(boolean original, boolean current) {}
}
