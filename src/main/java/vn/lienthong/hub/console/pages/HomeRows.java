package vn.lienthong.hub.console.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.console.api.Answer;

/**
 * How every department stands, with what of it somebody must still take up. What fails and what people said of it are two
 * answers of the API; a line that is red although somebody is at it would teach people to look away.
 */
final class HomeRows {

    private final List<Map<?, ?>> issues;
    private final boolean known;

    private HomeRows(Answer issues) {
        this.issues = issues.list("issues").stream()
                .<Map<?, ?>>map(one -> (Map<?, ?>) one)
                .filter(one -> number(one.get("count")) > 0)
                .toList();
        this.known = issues.ok();
    }

    /** Each standing with {@code needs}, what nobody is at, and {@code taken}, what somebody is at; the red ones first. */
    static Map<String, Object> of(Answer overview, Answer issues) {
        HomeRows home = new HomeRows(issues);
        List<Map<String, Object>> rows = overview.list("departments").stream()
                .map(one -> home.row((Map<?, ?>) one))
                .sorted(Comparator.comparing(HomeRows::rank))
                .toList();
        long open = home.count(false, "PARKED", "BLOCKED", "UNDELIVERED");
        long taken = home.count(true, "PARKED", "BLOCKED", "UNDELIVERED");
        boolean act = open > 0 || rows.stream().anyMatch(row -> rank(row) == 0);
        return Map.of(
                "rows", rows,
                "open", open,
                "refused", home.count(false, "REFUSED"),
                "taken", taken,
                "blocked",
                        rows.stream()
                                .mapToLong(row -> number(row.get("blocked")))
                                .sum(),
                "act", act,
                "held", !act && (taken > 0 || rows.stream().anyMatch(row -> rank(row) == 1)));
    }

    private Map<String, Object> row(Map<?, ?> standing) {
        Map<String, Object> row = new LinkedHashMap<>();
        standing.forEach((name, value) -> row.put(String.valueOf(name), value));
        List<String> needs = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (String why : reasons(standing)) {
            (isTaken(standing.get("sender"), why) ? taken : needs).add(why);
        }
        row.put("needs", needs);
        row.put("taken", taken);
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

    /** Whether each issue behind it is somebody's; what is stuck is no issue, and always somebody's to see to. */
    private boolean isTaken(@Nullable Object sender, String why) {
        List<Map<?, ?>> behind = issues.stream()
                .filter(one -> sender != null && sender.equals(one.get("neighbour")) && why.equals(reason(one)))
                .toList();
        return known && !behind.isEmpty() && behind.stream().noneMatch(HomeRows::isOpen);
    }

    private static String reason(Map<?, ?> issue) {
        return "BLOCKED".equals(issue.get("kind")) && Tale.isHeld(issue.get("cause"))
                ? "HELD"
                : String.valueOf(issue.get("kind"));
    }

    private static boolean isOpen(Map<?, ?> issue) {
        return "OPEN".equals(issue.get("state"));
    }

    private long count(boolean taken, String... kinds) {
        return issues.stream()
                .filter(one -> List.of(kinds).contains(String.valueOf(one.get("kind"))))
                .filter(one -> isOpen(one) != taken)
                .count();
    }

    private static int rank(Map<String, Object> row) {
        return isEmpty(row.get("needs")) ? isEmpty(row.get("taken")) ? 2 : 1 : 0;
    }

    private static boolean isEmpty(@Nullable Object list) {
        return !(list instanceof List<?> some) || some.isEmpty();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
