package vn.lienthong.hub.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

@ExtendWith(OneHub.class)
class DossierEndpointTest {

    private static final String CODE = "000.00.15.H52-260824-6301";
    private static final String PAGE = "/api/v1/dossiers/" + CODE;
    private static final String[] PERSONAL = {"TRẦN VĂN", "014090000001", "0900000001", "Số 1 đường", "thu@mau"};

    private final RunningHub hub;
    private final HubClient operator;

    DossierEndpointTest(RunningHub hub) {
        this.hub = hub;
        this.operator = hub.as("operator");
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
    }

    @Test
    void showsTheCanonicalDossierMasked() {
        HubClient.Answer answer = operator.gets(PAGE).is(200);

        assertThat(answer.text()).doesNotContain(PERSONAL);
        JsonNode page = answer.json();
        assertThat(page.path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(page.path("sender").asString()).isEqualTo(LandSystem.ID);
        assertThat(page.path("dossier").path("applicant").path("personalId").asString())
                .isEqualTo("014******001");
    }

    @Test
    void tellsTheDueDatesWithTheHubsOwnBesideTheDepartments() {
        JsonNode due = operator.gets(PAGE).is(200).json().path("due");

        assertThat(due.path("source").asString()).isEqualTo("DEPARTMENT");
        assertThat(due.path("original").asString())
                .isEqualTo(due.path("current").asString())
                .endsWith("+07:00");
        assertThat(due.path("computed").path("current").asString()).endsWith("+07:00");
        assertThat(due.path("ruleVersion").asInt()).isEqualTo(1);
        assertThat(due.path("suspensions").isEmpty()).isTrue();
        assertThat(due.path("adjustments").isEmpty()).isTrue();
    }

    @Test
    void revealsOnlyToAnOperatorWithAReason() {
        HubClient.Answer revealed =
                operator.gets(PAGE + "?reveal=true&reason=doi-chieu").is(200);

        assertThat(revealed.text()).contains(PERSONAL);
        assertThat(operator.gets(PAGE + "?reveal=true").is(403).problem()).isEqualTo("reveal-needs-reason");
        assertThat(hub.as("unified-portal")
                        .gets(PAGE + "?reveal=true&reason=x")
                        .is(403)
                        .text())
                .doesNotContain(PERSONAL);
    }

    @Test
    void showsASenderItsOwnDossiersOnly() {
        hub.as(LandSystem.ID).gets(PAGE).is(200);
        hub.as("health").gets(PAGE).is(404);
        hub.as("health").gets(PAGE + "/events").is(404);
        hub.as("national-portal").gets(PAGE).is(403);
        hub.anonymous().gets(PAGE).is(401);
    }

    @Test
    void tellsEveryEventWithItsVerdict() {
        HubClient.Answer answer = operator.gets(PAGE + "/events").is(200);

        JsonNode first = StreamSupport.stream(answer.json().path("events").spliterator(), false)
                .filter(event -> event.path("kind").asString().equals("STATUS"))
                .findFirst()
                .orElseThrow();
        assertThat(first.path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(first.path("verdict").asString()).isEqualTo("VALID");
        assertThat(first.path("timeSource").asString()).isEqualTo("SOURCE");
        assertThat(answer.text()).doesNotContain(PERSONAL);
    }

    @Test
    void takesTheCodeInTheQueryToo() {
        assertThat(operator.gets("/api/v1/dossiers?code=" + CODE).is(200).text())
                .isEqualTo(operator.gets(PAGE).text());
        operator.gets("/api/v1/dossiers/events?code=" + CODE).is(200);
        assertThat(operator.gets("/api/v1/dossiers?code=nobody").is(404).problem())
                .isEqualTo("unknown-dossier");
    }
}
