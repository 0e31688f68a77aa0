package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.console.api.Answer;

/** Red where somebody must act, and nowhere else. */
class HomeRowsTest {

    private static final String HELD = "not sendable: HinhThuc, ask land";
    private static final String REFUSED = "refused by the portal: E01";

    @Test
    void isRedWhileNobodyIsAtIt() {
        Map<String, Object> home = home(standing("land", 2, 0, "PARKED"), issue("land", "PARKED", "x", "OPEN"));
        assertThat(home).containsEntry("act", true).containsEntry("held", false).containsEntry("open", 1L);
        assertThat(row(home)).containsEntry("needs", List.of("PARKED")).containsEntry("taken", List.of());
    }

    @Test
    void isNotRedWhenSomebodyIsAtAllOfIt() {
        Map<String, Object> home =
                home(standing("land", 3, 3, "BLOCKED"), issue("land", "BLOCKED", HELD, "IN_PROGRESS"));
        assertThat(home).containsEntry("act", false).containsEntry("held", true).containsEntry("taken", 1L);
        assertThat(row(home)).containsEntry("needs", List.of()).containsEntry("taken", List.of("HELD"));
    }

    @Test
    void tellsWhatTheHubHoldsFromWhatThePortalRefused() {
        Map<String, Object> home = home(
                standing("land", 3, 1, "BLOCKED"),
                issue("land", "BLOCKED", HELD, "ACKNOWLEDGED"),
                issue("land", "BLOCKED", REFUSED, "OPEN"));
        assertThat(row(home)).containsEntry("needs", List.of("BLOCKED")).containsEntry("taken", List.of("HELD"));
        assertThat(home).containsEntry("act", true);
    }

    @Test
    void isRedForWhatIsStuckAndWhenNobodyKnowsWhetherSomebodyIsAtIt() {
        assertThat(home(standing("land", 0, 0, "STUCK"))).containsEntry("act", true);
        Map<String, Object> unknown = HomeRows.of(overview(standing("land", 1, 0, "PARKED")), new Answer(503, null));
        assertThat(unknown).containsEntry("act", true);
    }

    @Test
    void leavesWrongDataToItsDepartment() {
        Map<String, Object> home = home(standing("land", 0, 0), issue("land", "REFUSED", "x", "OPEN"));
        assertThat(home).containsEntry("act", false).containsEntry("open", 0L).containsEntry("refused", 1L);
    }

    @Test
    void forgetsIssuesOfWhichNothingFailsAnyMore() {
        Map<String, Object> mended =
                Map.of("neighbour", "land", "kind", "PARKED", "cause", "x", "state", "IN_PROGRESS", "count", 0);
        assertThat(HomeRows.of(overview(standing("land", 0, 0)), new Answer(200, Map.of("issues", List.of(mended)))))
                .containsEntry("taken", 0L)
                .containsEntry("held", false);
    }

    @SafeVarargs
    private static Map<String, Object> home(Map<String, Object> standing, Map<String, Object>... issues) {
        return HomeRows.of(overview(standing), new Answer(200, Map.of("issues", List.of(issues))));
    }

    private static Answer overview(Map<String, Object> standing) {
        return new Answer(200, Map.of("departments", List.of(standing)));
    }

    private static Map<String, Object> row(Map<String, Object> home) {
        Map<String, Object> row = new HashMap<>();
        ((Map<?, ?>) ((List<?>) Objects.requireNonNull(home.get("rows"))).getFirst())
                .forEach((name, value) -> row.put(name.toString(), value));
        return row;
    }

    private static Map<String, Object> standing(String sender, int blocked, int held, String... attention) {
        return Map.of("sender", sender, "blocked", blocked, "held", held, "attention", List.of(attention));
    }

    private static Map<String, Object> issue(String neighbour, String kind, String cause, String state) {
        return Map.of("neighbour", neighbour, "kind", kind, "cause", cause, "state", state, "count", 1);
    }
}
