package vn.lienthong.hub.dossier.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a due date.
 *
 * @param seq the event that brought it
 * @param line which date it changed
 * @param reason a {@link StopBasis}, {@link #STATED} or {@link #APOLOGY}
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

    /** An office apologised and promised another date. */
    public static final String APOLOGY = "APOLOGY";

    /** The form it does so with, by the numbers of TT 03/2025/TT-VPCP. */
    public static final String APOLOGY_FORM = "04";

    static final String HUB = "hub";

    /** The due dates kept beside each other. */
    public enum Line {
        /** The hub's own. */
        COMPUTED,
        /** The department's. */
        STATED,
        /** The one in force, by form 04. */
        EXTENDED,
        /** No due date but the day the work ended, said anew. */
        FINISHED
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

    /** By a department that says another end of its work than it said before. */
    public static Adjustment finished(int seq, Instant before, Instant after, String by) {
        return new Adjustment(seq, Line.FINISHED, before, after, by, STATED, null);
    }

    /** By a department; the hub never does that to a stated date. */
    public static Adjustment stated(int seq, Instant before, Instant after, String by) {
        return new Adjustment(seq, Line.STATED, before, after, by, STATED, null);
    }
}
