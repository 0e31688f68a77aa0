package vn.lienthong.hub.console.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One thing to see to at a department, as its line on the overview shows it.
 *
 * @param why in which way it fails there
 * @param step the most urgent of what its issues wait for
 * @param link to that issue where it is the only one, else to those of the department that fail in this way
 */
public record Sign(String why, NextStep step, String link) {

    private static final String STUCK = "STUCK";

    /** What is stuck is no issue; without an issue that is known, somebody must look. */
    static Sign of(String department, String why, List<Map<?, ?>> behind, NextSteps steps) {
        String list = why.equals(STUCK)
                ? "/console/issues#stuck"
                : NextSteps.list(department, why.equals("HELD") ? "BLOCKED" : why);
        NextStep step =
                behind.stream().map(steps::of).min(Comparator.naturalOrder()).orElse(NextStep.ACT);
        return new Sign(why, step, behind.size() == 1 ? steps.link(behind.getFirst()) : list);
    }
}
