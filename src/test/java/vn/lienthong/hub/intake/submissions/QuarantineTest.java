package vn.lienthong.hub.intake.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** A sender whose messages fail again and again stands still, shown and alone; an operator resumes it. */
@ExtendWith(OneHub.class)
class QuarantineTest {

    private static final Path SAMPLE = Path.of("src/test/resources/departments/land/new-dossier.push.json");
    private static final String WHY = "{\"reason\":\"đã sửa\"}";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningHub hub;
    private final HubClient operator;

    QuarantineTest(RunningHub hub) {
        this.hub = hub;
        this.operator = hub.as("operator");
    }

    @Test
    void holdsOneSendersFloodOnItsOwnQueueWhileTheOthersGoOn() throws IOException {
        Quarantine quarantine = hub.bean(Quarantine.class);
        for (int i = 0; i < 4; i++) {
            quarantine.fault("justice", "boom");
        }
        assertThat(route("receive-justice").path("state").asString()).isEqualTo("RUNNING");
        quarantine.fault("justice", "boom");
        assertThat(route("receive-justice").path("state").asString()).isEqualTo("SUSPENDED");
        assertThat(route("register-justice").path("reason").asString()).contains("boom");

        List<String> flood = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            flood.add(pushed("justice", "{\"broken " + i + "\": "));
        }
        String land = pushed("land", Files.readString(SAMPLE));
        await().atMost(SOON).until(() -> complete("land", land));
        assertThat(flood).noneMatch(receipt -> complete("justice", receipt));

        for (String route : List.of("receive-justice", "register-justice")) {
            operator.posts("/api/v1/routes/" + route + "/resume", WHY).is(200);
        }
        await().atMost(SOON).until(() -> flood.stream().allMatch(receipt -> complete("justice", receipt)));
    }

    private String pushed(String sender, String body) {
        return hub.as(sender)
                .posts("/api/v1/senders/" + sender + "/submissions", body)
                .is(202)
                .json()
                .path("receipt")
                .asString();
    }

    private boolean complete(String sender, String receipt) {
        return hub.as(sender)
                .gets("/api/v1/submissions/" + receipt)
                .json()
                .path("state")
                .asString("")
                .equals("ENDED");
    }

    private JsonNode route(String id) {
        return operator.gets("/api/v1/routes")
                .json()
                .path("routes")
                .valueStream()
                .filter(route -> route.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
