package vn.lienthong.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;
import vn.lienthong.standin.StandIn;
import vn.lienthong.standin.StandInOptions;

class CorrelationTest {

    private static final String SENDER = "home-affairs";
    private static final String ID = "office-7f3a:2026-08-24";

    @TempDir
    private Path folder;

    @Test
    void followsAPushFromTheDoorToTheCallOfThePortal() throws Exception {
        HubHome home = RealParts.shared().freshHome();
        Files.createDirectories(home.secrets());
        Files.writeString(home.secrets().resolve("national"), "rig");
        PartAddresses parts = RealParts.shared().addressesWithFreshDatabase();
        try (var portal = StandIn.start(StandInOptions.of(folder, "rig"));
                var hub = RunningHub.start(
                        home,
                        new PartAddresses(parts.database(), parts.cache(), parts.broker(), URI.create(portal.url())))) {
            Path pushed = Path.of("src/test/resources/departments", SENDER, "progress.push.json");
            hub.as(SENDER).pushes(SENDER, Files.readString(pushed), Map.of("X-Correlation-Id", ID));

            assertThat(ids(hub, "hub.records join hub.submissions using (receipt, accepted_at)"))
                    .containsOnly(ID);
            assertThat(ids(hub, "hub.events")).isNotEmpty().containsOnly(ID);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(ids(hub, "hub.attempts")).contains(ID));
            assertThat(ids(hub, "hub.attempts")).containsOnly(ID);
        }
    }

    private static List<String> ids(RunningHub hub, String rows) {
        return hub.bean(JdbcClient.class)
                .sql("select correlation_id from " + rows)
                .query(String.class)
                .list();
    }
}
