package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

@ExtendWith(OneHub.class)
class TimelineEndpointTest {

    private static final String CODE = "000.00.15.H52-260824-6401";

    private final RunningHub hub;
    private final HubClient operator;

    TimelineEndpointTest(RunningHub hub) {
        this.hub = hub;
        this.operator = hub.as("operator");
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
    }

    @Test
    void tellsTheStoryFromTheDoorToTheRegister() {
        JsonNode story = operator.gets("/api/v1/dossiers/" + CODE + "/timeline", "application/json")
                .is(200)
                .json()
                .path("timeline");

        assertThat(StreamSupport.stream(story.spliterator(), false)
                        .map(moment -> moment.path("where").asString()))
                .startsWith("door", "register");
        assertThat(story.path(0).path("what").asString()).isEqualTo("accepted from land");
        assertThat(story.path(0).path("correlationId").asString()).isNotBlank();
    }

    @Test
    void tellsItOnATerminalToo() {
        String text = operator.gets("/api/v1/dossiers/timeline?code=" + CODE, "text/plain")
                .is(200)
                .text();

        assertThat(text.lines())
                .hasSizeGreaterThan(1)
                .anySatisfy(line -> assertThat(line).contains("register", "STATUS 2 VALID"));
        assertThat(text).doesNotContain("TRẦN", "014090000001", "0900000001");
    }

    @Test
    void tellsForWhatARecordWaitedAndWhoHadItReadAgainAndEditedIt() {
        String code = "000.00.15.H52-260824-6402";
        String good = LandSystem.accepted(code);
        String failed = hub.as(LandSystem.ID)
                .pushes(LandSystem.ID, good.replace("QT-01", "QT-96"))
                .path("receipt")
                .asString();
        operator.posts("/api/v1/failures/" + failed + "/1/replay", "{\"reason\":\"in vain\"}")
                .is(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> state(failed).equals("PARKED"));
        String content = hub.bean(JsonMapper.class)
                .writeValueAsString(Map.of("content", good, "reason", "the land office said which"));
        String edited = operator.posts("/api/v1/failures/" + failed + "/1/edits", content)
                .is(202)
                .json()
                .path("receipt")
                .asString();
        await().atMost(Duration.ofSeconds(20)).until(() -> state(edited).equals("REGISTERED"));

        String cause = "door      not registered yet  unmapped-code ThongTinQuyTrinh.MaQuyTrinh QT-96";
        assertThat(operator.gets("/api/v1/dossiers/timeline?code=" + code, "text/plain")
                        .is(200)
                        .text()
                        .lines()
                        .map(line -> line.substring(line.indexOf("  ") + 2).replaceAll("\\d+ bytes.*|seq .*", ""))
                        .toList())
                .startsWith(
                        "door      accepted from land  ",
                        cause,
                        "door      read again by operator  " + failed + "/1: in vain",
                        cause,
                        "door      edited by operator  " + failed + "/1: the land office said which",
                        "register  DETAILS VALID  ",
                        "register  STATUS 2 VALID  ");
    }

    private String state(String receipt) {
        return hub.as(LandSystem.ID)
                .gets("/api/v1/submissions/" + receipt)
                .is(200)
                .json()
                .at("/records/0/state")
                .asString("");
    }

    @Test
    void isForStaffAndSaysThatACodeIsUnknown() {
        hub.as(LandSystem.ID).gets("/api/v1/dossiers/" + CODE + "/timeline").is(403);
        hub.anonymous().gets("/api/v1/dossiers/" + CODE + "/timeline").is(401);
        assertThat(operator.gets("/api/v1/dossiers/nobody/timeline").is(404).problem())
                .isEqualTo("unknown-dossier");
        assertThat(operator.gets("/api/v1/dossiers/timeline").is(400).problem()).isEqualTo("bad-code");
    }
}
