package vn.lienthong.hub.console.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.session.Visit;

/**
 * How every department stands, with what of it somebody must still take up. What fails and what people said of it are two
 * answers of the API; a line that is red although somebody is at it would teach people to look away.
 */
final class HomeRows {

    /** What is refused its department must correct. */
    private static final Set<String> OURS = Set.of("PARKED", "BLOCKED", "UNDELIVERED");

    private final List<Map<?, ?>> issues;
    private final NextSteps steps;

    private HomeRows(Answer issues, Visit reader) {
        this.issues = issues.list("issues").stream()
                .<Map<?, ?>>map(one -> (Map<?, ?>) one)
                .filter(one -> number(one.get("count")) > 0)
                .toList();
        this.steps = new NextSteps(reader);
    }

    /** Each standing with its {@code signs}, what there is to see to; those first where the reader must act. */
    static Map<String, Object> of(Answer overview, Answer issues, Visit reader) {
        HomeRows home = new HomeRows(issues, reader);
        List<Map<String, Object>> rows = overview.list("departments").stream()
                .map(one -> home.row((Map<?, ?>) one))
                .sorted(Comparator.comparing(HomeRows::rank))
                .toList();
        List<Map<?, ?>> ready = home.waiting(OURS, NextStep.READ_AGAIN, NextStep.TO_BE_READ);
        Map<String, Object> told = new HashMap<>();
        told.put("rows", rows);
        told.put("open", home.waiting(OURS, NextStep.ACT).size());
        told.put("decide", home.waiting(OURS, NextStep.DECIDE).size());
        told.put("approval", home.waiting(OURS, NextStep.APPROVAL).size());
        told.put("ready", ready.size());
        told.put("readyAt", ready.size() == 1 ? home.steps.link(ready.getFirst()) : "/console/issues?kind=PARKED");
        told.put("taken", home.waiting(OURS, NextStep.TAKEN).size());
        told.put("refused", home.waiting(Set.of("REFUSED"), NextStep.ACT).size());
        told.put(
                "blocked",
                rows.stream().mapToLong(row -> number(row.get("blocked"))).sum());
        boolean act = rows.stream().anyMatch(row -> rank(row) == 0)
                || !home.waiting(OURS, NextStep.ACT, NextStep.DECIDE).isEmpty();
        told.put("act", act);
        told.put(
                "held",
                !act
                        && (rows.stream().anyMatch(row -> rank(row) == 1)
                                || !home.waiting(OURS, NextStep.values()).isEmpty()));
        return told;
    }

    private Map<String, Object> row(Map<?, ?> standing) {
        Map<String, Object> row = new LinkedHashMap<>();
        standing.forEach((name, value) -> row.put(String.valueOf(name), value));
        String department = String.valueOf(standing.get("sender"));
        List<Sign> signs = reasons(standing).stream()
                .map(why -> Sign.of(department, why, behind(department, why), steps))
                .sorted(Comparator.comparing(sign -> !sign.step().isUrgent()))
                .toList();
        row.put("signs", signs);
        row.put("act", signs.stream().anyMatch(sign -> sign.step().isUrgent()));
        return row;
    }

    /** What the hub holds and what the portal refused are mended by different people. */
    private static List<String> reasons(Map<?, ?> standing) {
        List<String> reasons = new ArrayList<>();
        List<?> attention = standing.get("attention") instanceof List<?> list ? list : List.of();
        for (Object why : attention) {
            if (!"BLOCKED".equals(why)) {
                reasons.add(String.valueOf(why));
                continue;
            }
            long held = number(standing.get("held"));
            if (held > 0) {
                reasons.add("HELD");
            }
            if (number(standing.get("blocked")) > held) {
                reasons.add("BLOCKED");
            }
        }
        return reasons;
    }

    private List<Map<?, ?>> behind(String department, String why) {
        return issues.stream()
                .filter(one -> department.equals(one.get("neighbour")) && why.equals(reason(one)))
                .toList();
    }

    private static String reason(Map<?, ?> issue) {
        return "BLOCKED".equals(issue.get("kind")) && Tale.isHeld(issue.get("cause"))
                ? "HELD"
                : String.valueOf(issue.get("kind"));
    }

    private List<Map<?, ?>> waiting(Set<String> kinds, NextStep... any) {
        return issues.stream()
                .filter(one -> kinds.contains(String.valueOf(one.get("kind"))))
                .filter(one -> Set.of(any).contains(steps.of(one)))
                .toList();
    }

    private static int rank(Map<String, Object> row) {
        return Boolean.TRUE.equals(row.get("act"))
                ? 0
                : row.get("signs") instanceof List<?> signs && !signs.isEmpty() ? 1 : 2;
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
