package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.dossier.Neighbour;

/** A shift as it is handed over: what came, what did not answer, what people did and what they wrote down. */
@ExtendWith(OneHub.class)
class HandOverPagesTest {

    private static final String CODE = "000.00.15.H52-260824-7480";

    private final RunningHub hub;

    HandOverPagesTest(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void tellsWhatCameWhatWasDoneAndWhatTheLastShiftWroteDown() {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        String page = "/console/hand-over?since=00:00";
        visitor.submits("/console/routes", "/console/routes/suspend?id=receive-health", Map.of("reason", "new cable"));
        visitor.submits("/console/routes", "/console/routes/resume?id=receive-health", Map.of("reason", "cable is in"));
        assertThat(visitor.submits(page, "/console/hand-over/note", Map.of("note", "Gọi lại sở Y tế lúc 7 giờ"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.opens(page).body())
                .contains("<code>land</code>")
                .contains("Dừng tuyến", "receive-health", "new cable", "cable is in")
                .contains("Gọi lại sở Y tế lúc 7 giờ")
                .doesNotContain("role=\"alert\"");
        assertThat(visitor.submits(page, "/console/hand-over/note", Map.of("note", " "))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void tellsOfMinutesInWhichANeighbourAnsweredNothingAsOneOutage() {
        OffsetDateTime start =
                OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(30).withSecond(5);
        attempt(start, "ACKED");
        attempt(start.plusMinutes(1), "UNKNOWN");
        attempt(start.plusMinutes(2), "NOT_SENT");
        attempt(start.plusMinutes(5), "UNKNOWN");
        attempt(start.plusMinutes(6), "ACKED");
        JsonNode outages =
                hub.as("operator").gets("/api/v1/hand-over").is(200).json().path("outages");
        assertThat(outages.valueStream()
                        .filter(outage -> outage.path("neighbour").asString("").equals("far-away")))
                .singleElement()
                .satisfies(outage -> assertThat(outage.path("calls").asInt()).isEqualTo(3));
    }

    @Test
    void tellsHowIssuesTurnedAndWhichKeysWereRefused() {
        String since = OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1).toString();
        parks("QT-7481");
        parks("QT-7482");
        parks("QT-7483");
        says("QT-7482", "{\"state\":\"ACKNOWLEDGED\",\"note\":\"đã gọi chị Hoa ở sở\"}");
        says("QT-7483", "{\"state\":\"RESOLVED\"}");
        assertThat(turned("opened", since)).contains("QT-7481").doesNotContain("QT-7482");
        assertThat(turned("taken", since)).contains("QT-7482");
        assertThat(turned("resolved", since)).contains("QT-7483");
        parks("QT-7483");
        assertThat(turned("returned", since)).contains("QT-7483");
        assertThat(turned("resolved", since)).doesNotContain("QT-7483");
        String later = OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(1).toString();
        assertThat(turned("returned", later)).doesNotContain("QT-7483");
        assertThat(turned("others", later)).contains("QT-7483");

        long before = refusedKeys();
        assertThat(new HubClient(hub.as("operator").url(), "lt_00000000_nothing")
                        .gets("/api/v1/me")
                        .status())
                .isEqualTo(401);
        assertThat(refusedKeys()).isEqualTo(before + 1);
        assertThat(ConsoleVisitor.withKeyOf(hub, "operator")
                        .opens("/console/hand-over")
                        .body())
                .contains("Trở lại", "Đã có người nhận", "Chờ người thứ hai duyệt", "đã gọi chị Hoa ở sở")
                .containsPattern("Khóa API bị từ chối \\d+ lần")
                .doesNotContain("role=\"alert\"");
        assertThat(hub.as("operator").gets("/api/v1/issues/turns").status()).isEqualTo(400);
    }

    private long refusedKeys() {
        return hub.as("operator")
                .gets("/api/v1/hand-over")
                .is(200)
                .json()
                .at("/refused/keys")
                .asLong();
    }

    private void parks(String code) {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE).replace("QT-01", code));
    }

    private void says(String code, String word) {
        String key = hub.as("operator")
                .gets("/api/v1/issues")
                .json()
                .path("issues")
                .valueStream()
                .filter(issue -> issue.path("cause").asString().endsWith(code))
                .map(issue -> issue.path("key").asString())
                .findFirst()
                .orElseThrow();
        hub.as("operator").posts("/api/v1/issues/" + key, word).is(200);
    }

    private String turned(String how, String since) {
        return hub.as("operator")
                .gets("/api/v1/issues/turns?since=" + since)
                .is(200)
                .json()
                .path(how)
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "yesterday"})
    void takesNoMomentThatNoShiftBeganAt(String since) {
        assertThat(hub.as("operator").gets("/api/v1/hand-over?since=" + since).status())
                .isEqualTo(400);
    }

    @Test
    void isNotForSystems() {
        assertThat(hub.as(LandSystem.ID).gets("/api/v1/hand-over").status()).isEqualTo(403);
        assertThat(hub.as(LandSystem.ID)
                        .posts("/api/v1/hand-over/notes", "{\"note\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    private void attempt(OffsetDateTime at, String verdict) {
        hub.bean(JdbcClient.class)
                .sql("""
                        insert into hub.calls (id, started_at, neighbour, environment, service, request, verdict)
                        values (:call, :at, 'far-away', :environment, 'trial', '', :verdict)
                        """)
                .param("call", UUID.randomUUID())
                .param("environment", hub.bean(Neighbour.class).environment())
                .param("at", at)
                .param("verdict", verdict)
                .update();
    }
}
