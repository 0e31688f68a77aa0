package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.session.Visit;

/** Red where somebody must act, and nowhere else. */
class HomeRowsTest {

    private static final String HELD = "not sendable: HinhThuc, ask land";
    private static final String REFUSED = "refused by the portal: E01";
    private static final String ONE = "/console/issues/one?key=k1";

    private static final Visit OPERATOR = visit("an", "OPERATOR", "REPLAY");
    private static final Visit APPROVER = visit("lan", "APPROVER", "REPLAY", "DECIDE");

    @Test
    void isRedWhileNobodyIsAtIt() {
        Map<String, Object> home = home(standing("land", 2, 0, "PARKED"), issue("land", "PARKED", "x", "OPEN"));
        assertThat(home).containsEntry("act", true).containsEntry("held", false).containsEntry("open", 1);
        assertThat(row(home)).containsEntry("act", true);
        assertThat(signs(home)).containsExactly(new Sign("PARKED", NextStep.ACT, ONE));
    }

    @Test
    void isNotRedWhenSomebodyIsAtAllOfIt() {
        Map<String, Object> home =
                home(standing("land", 3, 3, "BLOCKED"), issue("land", "BLOCKED", HELD, "IN_PROGRESS"));
        assertThat(home).containsEntry("act", false).containsEntry("held", true).containsEntry("taken", 1);
        assertThat(signs(home)).containsExactly(new Sign("HELD", NextStep.TAKEN, ONE));
    }

    @Test
    void isRedForAProposalOnlyToWhoeverMayDecideIt() {
        Map<String, Object> issue = proposed("PROPOSED", "an");
        Map<String, Object> proposer = home(OPERATOR, standing("land", 2, 0, "PARKED"), issue);
        assertThat(proposer)
                .containsEntry("act", false)
                .containsEntry("held", true)
                .containsEntry("open", 0)
                .containsEntry("approval", 1);
        String proposal = "/console/meanings/one?id=7";
        assertThat(signs(proposer)).containsExactly(new Sign("PARKED", NextStep.APPROVAL, proposal));
        Map<String, Object> approver = home(APPROVER, standing("land", 2, 0, "PARKED"), issue);
        assertThat(approver).containsEntry("act", true).containsEntry("decide", 1);
        assertThat(signs(approver)).containsExactly(new Sign("PARKED", NextStep.DECIDE, proposal));
        Visit same = visit("an", "ADMINISTRATOR", "REPLAY", "DECIDE");
        assertThat(home(same, standing("land", 2, 0, "PARKED"), issue)).containsEntry("act", false);
    }

    @Test
    void leadsToReadingAgainOnceItIsApproved() {
        Map<String, Object> issue = proposed("APPROVED", "lan");
        String again = ONE + "#issue-replay";
        Map<String, Object> home = home(OPERATOR, standing("land", 2, 0, "PARKED"), issue);
        assertThat(home).containsEntry("act", false).containsEntry("ready", 1).containsEntry("readyAt", again);
        assertThat(signs(home)).containsExactly(new Sign("PARKED", NextStep.READ_AGAIN, again));
        assertThat(signs(home(visit("ba", "VIEWER"), standing("land", 2, 0, "PARKED"), issue)))
                .containsExactly(new Sign("PARKED", NextStep.TO_BE_READ, ONE));
    }

    @Test
    void leadsToTheListOfTheDepartmentAndKindWhereThereAreSeveral() {
        Map<String, Object> home = home(
                standing("land", 3, 3, "BLOCKED"),
                issue("land", "BLOCKED", HELD, "OPEN"),
                issue("land", "BLOCKED", "not sendable: NgayHenTra, ask land", "IN_PROGRESS"),
                issue("health", "BLOCKED", HELD, "OPEN"));
        assertThat(signs(home))
                .containsExactly(new Sign("HELD", NextStep.ACT, "/console/issues?kind=BLOCKED&neighbour=land"));
    }

    @Test
    void tellsWhatTheHubHoldsFromWhatThePortalRefused() {
        Map<String, Object> home = home(
                standing("land", 3, 1, "BLOCKED"),
                issue("land", "BLOCKED", HELD, "ACKNOWLEDGED"),
                issue("land", "BLOCKED", REFUSED, "OPEN"));
        assertThat(signs(home))
                .containsExactly(new Sign("BLOCKED", NextStep.ACT, ONE), new Sign("HELD", NextStep.TAKEN, ONE));
        assertThat(home).containsEntry("act", true);
    }

    @Test
    void isRedForWhatIsStuckAndWhenNobodyKnowsWhetherSomebodyIsAtIt() {
        assertThat(home(standing("land", 0, 0, "STUCK"))).containsEntry("act", true);
        Map<String, Object> unknown =
                HomeRows.of(overview(standing("land", 1, 0, "PARKED")), new Answer(503, null), OPERATOR);
        assertThat(unknown).containsEntry("act", true);
        assertThat(signs(unknown))
                .containsExactly(new Sign("PARKED", NextStep.ACT, "/console/issues?kind=PARKED&neighbour=land"));
    }

    @Test
    void leavesWrongDataToItsDepartment() {
        Map<String, Object> home = home(standing("land", 0, 0), issue("land", "REFUSED", "x", "OPEN"));
        assertThat(home).containsEntry("act", false).containsEntry("open", 0).containsEntry("refused", 1);
    }

    @Test
    void forgetsIssuesOfWhichNothingFailsAnyMore() {
        Map<String, Object> mended =
                Map.of("neighbour", "land", "kind", "PARKED", "cause", "x", "state", "IN_PROGRESS", "count", 0);
        assertThat(HomeRows.of(
                        overview(standing("land", 0, 0)), new Answer(200, Map.of("issues", List.of(mended))), OPERATOR))
                .containsEntry("taken", 0)
                .containsEntry("held", false);
    }

    @SafeVarargs
    private static Map<String, Object> home(Map<String, Object> standing, Map<String, Object>... issues) {
        return home(OPERATOR, standing, issues);
    }

    @SafeVarargs
    private static Map<String, Object> home(Visit reader, Map<String, Object> standing, Map<String, Object>... issues) {
        return HomeRows.of(overview(standing), new Answer(200, Map.of("issues", List.of(issues))), reader);
    }

    private static List<Sign> signs(Map<String, Object> home) {
        return ((List<?>) Objects.requireNonNull(row(home).get("signs")))
                .stream().map(Sign.class::cast).toList();
    }

    private static Visit visit(String name, String role, String... rights) {
        return new Visit(name, role, Set.of(rights), "", "proof", null, null, null, Instant.EPOCH, Instant.EPOCH);
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
        return Map.of("neighbour", neighbour, "kind", kind, "cause", cause, "state", state, "count", 1, "key", "k1");
    }

    private static Map<String, Object> proposed(String stage, String by) {
        Map<String, Object> issue = new HashMap<>(issue("land", "PARKED", "unmapped-code procedure QT-1", "OPEN"));
        issue.put("mending", Map.of("proposal", 7, "stage", stage, "by", by));
        return issue;
    }
}
