package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** The routes as operators see them: by neighbour with their figures, one drawn, one stopped for a time. */
@ExtendWith(OneHub.class)
class RoutePagesTest {

    private static final String CODE = "000.00.15.H52-260824-7510";
    private static final String ROUTES = "/api/v1/routes";
    private static final String DRAINED = "receive-inspectorate";

    private final RunningHub hub;

    RoutePagesTest(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void countsWhatGoesThroughEachRouteUnderItsNeighbour() {
        long before = figures("receive-land").path("total").asLong();
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> figures("receive-land").path("total").asLong() > before);
        assertThat(figures("receive-land").path("lastMinute").asLong()).isPositive();
        assertThat(route("receive-land").path("group").asString()).isEqualTo("land");
        assertThat(route("national-wake").path("group").asString()).isEqualTo("national");
        assertThat(visitor().opens("/console/routes").body())
                .contains("scope=\"rowgroup\"", "/console/routes/one?id=receive-land", "1 phút qua");
    }

    @Test
    void showsOneRouteWithItsFileItsTemplateAndItsStepsDrawnAndListed() {
        JsonNode plan =
                hub.as("operator").gets(ROUTES + "/receive-land").is(200).json();
        assertThat(plan.path("queue").asString()).isEqualTo("door.land");
        assertThat(plan.at("/file/name").asString()).isEqualTo("departments/land.camel.yaml");
        assertThat(plan.at("/template/name").asString()).isEqualTo("templates/door.camel.yaml");
        assertThat(plan.path("steps").findValuesAsString("kind")).contains("doTry", "split", "doCatch");

        String page = visitor().opens("/console/routes/one?id=receive-land").body();
        assertThat(page)
                .contains("<svg", "role=\"img\"", "drawn-desc", "turns.await()", "routeTemplateRef: door")
                .contains("/console/queues/one?name=door.land", "/console/issues?neighbour=land")
                .doesNotContain("role=\"alert\"");
        assertThat(visitor().opens("/console/routes/one?id=none-such").body()).contains("No such route");
    }

    @Test
    void resumesADrainedRouteByItselfWhenItsTimeIsOver() {
        var visitor = visitor();
        String page = "/console/routes/one?id=" + DRAINED;
        int before = audited(DRAINED).size();
        HttpResponse<String> done = visitor.submits(
                page, "/console/routes/suspend?id=" + DRAINED, Map.of("reason", "bảo trì ngắn", "for", "PT3S"));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(ConsoleVisitor.location(done)).startsWith(page);
        assertThat(route(DRAINED).path("state").asString()).isEqualTo("SUSPENDED");
        assertThat(route(DRAINED).path("until").asString("")).isNotEmpty();
        assertThat(visitor.opens(page).body()).contains("bảo trì ngắn", "Tự mở lại");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> route(DRAINED).path("state").asString().equals("RUNNING"));
        assertThat(audited(DRAINED).stream().skip(before))
                .as("ordered and ended by the same, once each")
                .containsExactly("route.suspend operator", "route.resume operator");
    }

    /** As it stands in the table when the node that took the order is gone, or was started again since. */
    @Test
    void endsADrainThatWasOrderedElsewhere() {
        hub.bean(JdbcClient.class).sql("""
                        insert into hub.suspended_routes (route_id, suspended_by, by_role, reason, until)
                        values ('receive-justice', 'night-shift', 'APPROVER', 'trial', now() + interval '1 second')
                        """).update();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> audited("receive-justice").contains("route.resume night-shift"));
        assertThat(route("receive-justice").path("state").asString()).isEqualTo("RUNNING");
        assertThat(hub.bean(JdbcClient.class)
                        .sql("select count(*) from hub.suspended_routes where route_id = 'receive-justice'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** A sender in quarantine is not to come back by itself because somebody wished for a quarter of an hour. */
    @Test
    void letsNoOrderForATimeReplaceOneWithoutEnd() {
        String routes = ROUTES + "/receive-justice";
        hub.as("operator")
                .posts(routes + "/suspend", "{\"reason\":\"too many faults\"}")
                .is(200);
        String forATime = "{\"reason\":\"a break\",\"until\":\"%s\"}"
                .formatted(OffsetDateTime.now().plusMinutes(15));
        assertThat(hub.as("operator")
                        .posts(routes + "/suspend", forATime)
                        .is(409)
                        .problem())
                .isEqualTo("suspended-without-end");
        assertThat(visitor()
                        .submits(
                                "/console/routes/one?id=receive-land",
                                "/console/routes/suspend?id=receive-justice",
                                Map.of("reason", "a break", "for", "PT15M"))
                        .body())
                .contains("hãy mở lại trước");
        JsonNode standing = route("receive-justice");
        assertThat(standing.path("reason").asString()).isEqualTo("too many faults");
        assertThat(standing.path("until").asString("")).isEmpty();

        hub.as("operator").posts(routes + "/resume", "{\"reason\":\"mended\"}").is(200);
        hub.as("operator").posts(routes + "/suspend", forATime).is(200);
        hub.as("operator").posts(routes + "/suspend", "{\"reason\":\"longer\"}").is(200);
        assertThat(route("receive-justice").path("until").asString("")).isEmpty();
        hub.as("operator").posts(routes + "/resume", "{\"reason\":\"mended\"}").is(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {-60, 700_000})
    void takesNoTimeThatIsOverOrMoreThanAWeekAway(long seconds) {
        String order = "{\"reason\":\"trial\",\"until\":\"%s\"}"
                .formatted(OffsetDateTime.now().plusSeconds(seconds));
        assertThat(hub.as("operator")
                        .posts(ROUTES + "/receive-land/suspend", order)
                        .is(400)
                        .problem())
                .isEqualTo("bad-until");
        assertThat(visitor()
                        .submits(
                                "/console/routes/one?id=receive-land",
                                "/console/routes/suspend?id=receive-land",
                                Map.of("reason", "trial", "for", "a while"))
                        .statusCode())
                .isEqualTo(400);
    }

    private ConsoleVisitor visitor() {
        return ConsoleVisitor.withKeyOf(hub, "operator");
    }

    private JsonNode figures(String id) {
        return route(id).path("figures");
    }

    private JsonNode route(String id) {
        return hub.as("operator")
                .gets(ROUTES)
                .is(200)
                .json()
                .path("routes")
                .valueStream()
                .filter(route -> route.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> audited(String route) {
        return hub.bean(JdbcClient.class)
                .sql("select action || ' ' || actor from hub.audit where object = :route order by id")
                .param("route", route)
                .query(String.class)
                .list();
    }
}
