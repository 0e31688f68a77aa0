package vn.lienthong.hub.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

@ExtendWith(OneHub.class)
class TrackingEndpointTest {

    private final RunningHub hub;
    private final HubClient portal;

    TrackingEndpointTest(RunningHub hub) {
        this.hub = hub;
        this.portal = hub.as("unified-portal");
    }

    @Test
    void tellsWhereADossierStandsWithoutTellingWhoseItIs() {
        String code = "000.00.15.H52-260824-6101";
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(code));
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.processing(code));

        HubClient.Answer answer = portal.gets("/api/v1/tracking/" + code).is(200);
        JsonNode view = answer.json();

        assertThat(view.path("code").asString()).isEqualTo(code);
        assertThat(view.path("applicant").asString()).isEqualTo("T*** V** T**");
        assertThat(view.path("status").path("code").asInt()).isEqualTo(4);
        assertThat(view.path("status").path("name").asString()).isNotBlank();
        assertThat(view.path("receivedAt").asString()).isEqualTo("2026-08-24T09:15:00+07:00");
        assertThat(view.path("steps")).hasSize(2);
        assertThat(answer.text()).doesNotContain("TRẦN", "014090000001", "0900000001", "Số 1 đường", "thu@");
    }

    @Test
    void findsACodeWithSlashesInTheQuery() throws IOException {
        String code = "03706/2026/07906";
        hub.as("home-affairs")
                .pushes(
                        "home-affairs",
                        Files.readString(
                                Path.of("src/test/resources/departments/home-affairs", "code-with-a-slash.push.json")));

        JsonNode view = portal.gets("/api/v1/tracking?code=" + HubClient.encoded(code))
                .is(200)
                .json();

        assertThat(view.path("code").asString()).isEqualTo(code);
    }

    @Test
    void saysThatACodeIsUnknown() {
        HubClient.Answer answer =
                portal.gets("/api/v1/tracking/000.00.15.H52-260824-9999").is(404);

        assertThat(answer.problem()).isEqualTo("unknown-dossier");
        assertThat(answer.json().path("detail").asString()).contains("000.00.15.H52-260824-9999");
        assertThat(answer.json().path("correlationId").asString()).isNotBlank();
    }

    @Test
    void asksForACode() {
        JsonNode error =
                portal.gets("/api/v1/tracking").is(400).json().path("errors").path(0);

        assertThat(error.path("field").asString()).isEqualTo("code");
        assertThat(error.path("rule").asString()).isEqualTo("missing-field");
        assertThat(error.path("remedy").asString()).isNotBlank();
    }

    @Test
    void isClosedToStrangersAndSenders() {
        hub.anonymous().gets("/api/v1/tracking/X-1").is(401);
        hub.as(LandSystem.ID).gets("/api/v1/tracking/X-1").is(403);
    }
}
