package vn.lienthong.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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
import vn.lienthong.hub.platform.trace.TraceCollector;
import vn.lienthong.hub.platform.trace.TraceCollector.Told;
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
                var collector = new TraceCollector();
                var hub = RunningHub.with(
                        home,
                        new PartAddresses(parts.database(), parts.cache(), parts.broker(), URI.create(portal.url())),
                        Map.of("LIENTHONG_OTLP", collector.address()))) {
            Path pushed = Path.of("src/test/resources/departments", SENDER, "progress.push.json");
            hub.as(SENDER).pushes(SENDER, Files.readString(pushed), Map.of("X-Correlation-Id", ID));

            assertThat(ids(hub, "hub.records join hub.submissions using (receipt, accepted_at)"))
                    .containsOnly(ID);
            assertThat(ids(hub, "hub.events")).isNotEmpty().containsOnly(ID);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(ids(hub, "hub.attempts")).contains(ID));
            assertThat(ids(hub, "hub.attempts")).containsOnly(ID);
            isOneTrace(collector);
            followsACallerThatTraces(hub, collector);
        }
    }

    /** Over HTTP, the door's queue, the ledger and HTTP again. */
    private static void isOneTrace(TraceCollector collector) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(collector.of(ID))
                        .extracting(Told::kind, Told::name)
                        .contains(
                                tuple("SPAN_KIND_SERVER", "POST /api/v1/senders/{sender}/submissions"),
                                tuple("SPAN_KIND_CONSUMER", "receive-" + SENDER),
                                tuple("SPAN_KIND_CLIENT", "national DongBoHoSoMC"),
                                tuple("SPAN_KIND_CLIENT", "national CapNhatTienDoHoSoMC")));
        assertThat(collector.of(ID)).extracting(Told::parent).containsOnly(TraceCollector.door(ID));
        assertThat(collector.of(ID)).extracting(Told::id).doesNotHaveDuplicates();
    }

    private static void followsACallerThatTraces(RunningHub hub, TraceCollector collector) {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        hub.as("operator")
                .gets("/api/v1/me", Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"))
                .is(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(collector.of(trace))
                        .containsExactly(new Told(
                                "GET /api/v1/me", "SPAN_KIND_SERVER", TraceCollector.door(trace), "00f067aa0ba902b7")));
    }

    private static List<String> ids(RunningHub hub, String rows) {
        return hub.bean(JdbcClient.class)
                .sql("select correlation_id from " + rows)
                .query(String.class)
                .list();
    }
}
