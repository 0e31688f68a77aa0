package vn.lienthong.hub.intake.normalise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.platform.reason.Reason;

/** What was found wrong in one record; all of it, so that the sender need not come back for each. */
final class Findings {

    /** Owner of what only the hub's own people can fix. */
    static final String HUB = "hub";

    private final int row;
    private final List<Reason> refusals = new ArrayList<>();
    private final List<Reason> gaps = new ArrayList<>();
    private final Set<String> doubts = new LinkedHashSet<>();
    private @Nullable String cause;

    /** @param row of a register, or 0 */
    Findings(int row) {
        this.row = row;
    }

    void refuse(String rule, @Nullable String field, @Nullable JsonNode value, Map<String, String> params) {
        add(refusals, rule, field, Shown.masked(value), params);
    }

    /** The cause names place and value too, so that one fix can be replayed on all it concerns. */
    void park(String rule, @Nullable String field, @Nullable JsonNode value) {
        String shown = Shown.masked(value);
        if (cause == null) {
            cause = rule + (field == null ? "" : " " + field) + (shown == null ? "" : " " + shown);
        }
        add(gaps, rule, field, shown, Map.of());
    }

    /** Taken as it is, but somebody should look; without the value, which may be personal. */
    void doubt(@Nullable String rule, String field) {
        if (rule != null) {
            doubts.add(field + " " + rule);
        }
    }

    List<String> doubts() {
        return List.copyOf(doubts);
    }

    /** What nobody can place; a record that is refused as well does not say so. */
    List<Reason> gaps() {
        return List.copyOf(gaps);
    }

    /** The verdict; empty when nothing is wrong. A record both refusable and parkable is refused. */
    Optional<Normalised> verdict() {
        if (!refusals.isEmpty()) {
            return Optional.of(new Normalised.Refused(List.copyOf(refusals)));
        }
        return cause == null ? Optional.empty() : Optional.of(new Normalised.Parked(cause, HUB, List.copyOf(gaps)));
    }

    private void add(
            List<Reason> list,
            String rule,
            @Nullable String field,
            @Nullable String shown,
            Map<String, String> params) {
        Reason reason = new Reason(rule, row == 0 ? field : inRow(field), shown, params);
        // two rules may read the same field, such as the two kinds of personal id
        if (!list.contains(reason)) {
            list.add(reason);
        }
    }

    private String inRow(@Nullable String field) {
        return field == null ? "#" + row : "#" + row + " " + field;
    }
}
