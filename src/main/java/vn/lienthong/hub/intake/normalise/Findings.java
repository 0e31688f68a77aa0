package vn.lienthong.hub.intake.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.platform.Reason;

/** What was found wrong in one record; all of it, so that the sender need not come back for each. */
final class Findings {

    /** Owner of what only the hub's own people can fix. */
    static final String HUB = "hub";

    private final int row;
    private final List<Reason> refusals = new ArrayList<>();
    private final List<Reason> gaps = new ArrayList<>();

    /** @param row of a register, or 0 */
    Findings(int row) {
        this.row = row;
    }

    void refuse(String rule, String field, @Nullable JsonNode value, Map<String, String> params) {
        add(refusals, rule, field, value, params);
    }

    void park(String rule, @Nullable String field, @Nullable JsonNode value) {
        add(gaps, rule, field, value, Map.of());
    }

    /** The verdict; empty when nothing is wrong. A record both refusable and parkable is refused. */
    Optional<Normalised> verdict() {
        if (!refusals.isEmpty()) {
            return Optional.of(new Normalised.Refused(List.copyOf(refusals)));
        }
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Normalised.Parked(cause(gaps.getFirst()), HUB, List.copyOf(gaps)));
    }

    // names the value too, so that one fix can be replayed on all it concerns
    private static String cause(Reason gap) {
        return gap.value() == null ? gap.rule() : gap.rule() + " " + gap.value();
    }

    private void add(
            List<Reason> list,
            String rule,
            @Nullable String field,
            @Nullable JsonNode value,
            Map<String, String> params) {
        Map<String, String> all = new TreeMap<>(params);
        if (row > 0) {
            all.put("row", Integer.toString(row));
        }
        Reason reason = new Reason(rule, field, Shown.masked(value), all);
        // two rules may read the same field, such as the two kinds of personal id
        if (!list.contains(reason)) {
            list.add(reason);
        }
    }
}
