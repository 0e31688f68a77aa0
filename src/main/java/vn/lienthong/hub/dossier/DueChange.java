package vn.lienthong.hub.dossier;

import java.util.List;
import vn.lienthong.hub.dossier.deadline.Adjustment;
import vn.lienthong.hub.dossier.deadline.Stop;

/** What an observation changes in the clock's tables; most change nothing there. */
record DueChange(List<Counted> stops, List<Adjustment> adjustments) {

    /** A stop, and whether the procedure's rule counts it. */
    record Counted(Stop stop, boolean counts) {}
}
