package vn.lienthong.hub.quality.resend;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a plan does with each of its items; all of it in the caller's transaction. */
interface Work {

    PlanKind kind();

    /** What would become of each item now, by its number. */
    Map<Integer, Forecast> forecasts(Plan plan, Collection<Item> items);

    /** Begins; answers the numbers of those that were begun. */
    Set<Integer> begin(List<Item> passing);

    /** How those that were begun have ended by now, by number; others are left out. */
    Map<Integer, Ending> endings(List<Item> begun);

    /** An item's outcome and, where there is one, the reason. */
    record Ending(String outcome, @Nullable String reason) {}
}
