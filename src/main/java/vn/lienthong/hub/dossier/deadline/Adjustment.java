package vn.lienthong.hub.dossier.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a due date.
 *
 * @param seq the event that brought it
 * @param line which date it changed: the hub's own or the one a department stated
 * @param reason a {@link StopBasis}, or {@link #STATED}
 */
public record Adjustment(
        int seq,
        Line line,
        Instant before,
        Instant after,
        String by,
        String reason,
        @Nullable String form) {

    /** The department stated another date, without a reason we could read. */
    public static final String STATED = "STATED";

    static final String HUB = "hub";

    /** The two due dates kept beside each other. */
    public enum Line {
        COMPUTED,
        STATED
    }

    static Adjustment after(Stop stop, int seq, Instant before, Instant after) {
        return new Adjustment(
                seq,
                Line.COMPUTED,
                before,
                after,
                HUB,
                stop.basis().name(),
                stop.basis().form());
    }

    /** By a department; the hub never does that to a stated date. */
    public static Adjustment stated(int seq, Instant before, Instant after, String by) {
        return new Adjustment(seq, Line.STATED, before, after, by, STATED, null);
    }
}
