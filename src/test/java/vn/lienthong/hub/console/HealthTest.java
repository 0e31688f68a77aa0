package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** The hub of these tests has no portal: nobody answers at the stand-in's address. */
@ExtendWith(OneHub.class)
class HealthTest {

    private static final String HEALTH = "/actuator/health";

    private final RunningHub hub;

    HealthTest(RunningHub hub) {
        this.hub = hub;
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted("000.00.15.H52-260824-6501"));
    }

    @Test
    void isDegradedAndNotDeadWithoutThePortal() {
        HubClient anybody = hub.anonymous();
        JsonNode health = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> anybody.gets(HEALTH).is(200).json(),
                        answer -> answer.path("status").asString().equals("DEGRADED"));

        JsonNode parts = health.path("components");
        assertThat(parts.path("national").path("status").asString()).isEqualTo("DEGRADED");
        assertThat(parts.path("db").path("status").asString()).isEqualTo("UP");
        assertThat(parts.path("broker").path("status").asString()).isEqualTo("UP");
        anybody.gets(HEALTH + "/liveness").is(200);
        anybody.gets(HEALTH + "/readiness").is(200);
    }

    @Test
    void tellsStaffThatTheStandInPlaysThePortal() {
        JsonNode details = national(hub.as("operator")).path("details");

        assertThat(details.path("environment").asString()).isEqualTo("stand-in");
        assertThat(details.path("realPortal").asBoolean(true)).isFalse();
    }

    @Test
    void tellsStrangersNoDetails() {
        assertThat(national(hub.anonymous()).has("status")).isTrue();
        assertThat(national(hub.anonymous()).has("details")).isFalse();
    }

    private static JsonNode national(HubClient caller) {
        return caller.gets(HEALTH).is(200).json().path("components").path("national");
    }
}
