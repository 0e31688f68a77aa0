package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.catalog.Senders;

@ExtendWith(OneHub.class)
class MetricsTest {

    private final RunningHub hub;
    private final HubClient operator;

    MetricsTest(RunningHub hub) {
        this.hub = hub;
        this.operator = hub.as("operator");
    }

    @ParameterizedTest
    @MethodSource("perSender")
    void tellsPerSender(String metric) {
        assertThat(hub.bean(Senders.class).all())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(sender -> awaitSeries(metric + "{sender=\"" + sender.id() + "\"}"));
    }

    static Stream<String> perSender() {
        return Stream.of(
                "lienthong_intake_accepted_total",
                "lienthong_intake_registered_total",
                "lienthong_intake_refused_total",
                "lienthong_intake_parked_total",
                "lienthong_intake_in_flight",
                "lienthong_intake_in_flight_oldest_seconds");
    }

    @ParameterizedTest
    @MethodSource("perNeighbour")
    void tellsPerNeighbour(String metric) {
        awaitSeries(metric + "{neighbour=\"national\"}");
    }

    static Stream<String> perNeighbour() {
        return Stream.of(
                "lienthong_acknowledged_total",
                "lienthong_repeated_total",
                "lienthong_oldest_unacknowledged_seconds",
                "lienthong_sync_blocked");
    }

    @Test
    void tellsFeedLagAndUnknownReceipts() {
        awaitSeries("lienthong_feed_lag_seconds");
        awaitSeries("lienthong_intake_receipts_unknown");
    }

    @Test
    void tellsWhatWaitsForPeople() {
        awaitSeries("lienthong_issues{kind=\"PARKED\",state=\"OPEN\"}");
        awaitSeries("lienthong_stuck{hop=\"DISPATCH\"}");
        awaitSeries("lienthong_dead_letters");
    }

    @Test
    void countsWhatASenderPushes() {
        double before = value("lienthong_intake_registered_total{sender=\"land\"}");
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted("000.00.15.H52-260824-6601"));

        await().until(() -> value("lienthong_intake_registered_total{sender=\"land\"}") > before);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> value("lienthong_oldest_unacknowledged_seconds{neighbour=\"national\"}") > 0);
    }

    @Test
    void areForStaff() {
        hub.anonymous().gets("/actuator/prometheus").is(401);
        hub.as(LandSystem.ID).gets("/actuator/prometheus").is(403);
    }

    private void awaitSeries(String series) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> lines(series).findAny().isPresent());
    }

    private double value(String series) {
        String line = lines(series).findFirst().orElseThrow();
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    private Stream<String> lines(String series) {
        return operator.gets("/actuator/prometheus", "text/plain")
                .is(200)
                .text()
                .lines()
                .filter(line -> line.startsWith(series + " "));
    }
}
