package vn.lienthong.hub.dossier.deadline;

import java.time.Instant;
import java.util.List;

/** A due date as set at reception and as it stands after the stops so far. */
public record Deadline(Instant original, Instant current, List<Adjustment> adjustments, boolean provisional) {

    public Deadline {
        adjustments = List.copyOf(adjustments);
    }

    /** In time at that very moment still; by the minute, everywhere. */
    public static boolean met(Instant finished, Instant due) {
        return !finished.isAfter(due);
    }
}
