package vn.lienthong.hub.platform.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.infra.BesideOthers;
import vn.lienthong.infra.HubHome;
import vn.lienthong.trust.MasterKey;

/** A hub whose contents are in a bucket takes a bucket that is away for an outage of its own. */
@BesideOthers
class HubOnBucketTest {

    private static final Path PUSH =
            Path.of("src/test/resources/departments/finance/three-files-of-one-component.push.json");
    private static final String CODE = "H52.18-260824-0021";

    private static S3Server server;
    private static RunningHub hub;

    @TempDir
    private static Path folder;

    static class OnBucket {

        @Bean
        @Primary
        ContentStore bucket(HubHome home, NodeName node, MasterKey master) {
            return new S3ContentStore(home, node, master, server.settings(S3Server.SECRET));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.start(folder);
        hub = RunningHub.start(OnBucket.class);
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        server.close();
    }

    @Test
    void holdsWhatHasFilesUntilTheBucketIsBack() throws Exception {
        server.goesAway();
        String receipt = push(Files.readString(PUSH));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> !outcome(receipt).contains("ENDED"));
        assertThat(hub.anonymous().gets("/actuator/health").text()).contains("DEGRADED");
        assertThat(hub.as("finance")
                        .posts("/api/v1/senders/finance/submissions", large())
                        .status())
                .isEqualTo(503);

        server.back();
        await().atMost(Duration.ofMinutes(2)).until(() -> outcome(receipt).contains("REGISTERED"));

        // two contents for three files, each once
        assertThat(server.objects()).hasSize(2);
        String spooled = push(large());
        await().atMost(Duration.ofMinutes(1)).until(() -> outcome(spooled).contains("ENDED"));
        assertThat(server.objects()).hasSize(3);
    }

    private static String push(String body) {
        return hub.as("finance")
                .posts("/api/v1/senders/finance/submissions", body)
                .is(202)
                .json()
                .path("receipt")
                .asString();
    }

    private static String outcome(String receipt) {
        return hub.as("finance").gets("/api/v1/submissions/" + receipt).text();
    }

    /** Larger than what travels in a message. */
    private static String large() throws IOException {
        return Files.readString(PUSH)
                .replace(CODE, "H52.18-260824-0022")
                .replace("\"summary\"", " ".repeat(300_000) + "\"summary\"");
    }
}
