package vn.lienthong.hub.national.sync;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import vn.lienthong.hub.dossier.Lane;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.SyncReport;
import vn.lienthong.hub.dossier.SyncReport.Depth;
import vn.lienthong.hub.national.portal.PortalBreaker;

/** What is owed to the portal, measured now and then for gauges and health. */
public final class Depths {

    private static final String BLOCKED = "BLOCKED";

    private final SyncReport ledger;
    private final Neighbour neighbour;
    private final Clock clock;
    private volatile List<Depth> last = List.of();

    Depths(SyncReport ledger, Neighbour neighbour, PortalBreaker breaker, MeterRegistry meters, Clock clock) {
        this.ledger = ledger;
        this.neighbour = neighbour;
        this.clock = clock;
        for (var lane : Lane.values()) {
            gauge(meters, "lienthong.sync.depth", depths -> depths.rows(lane), "lane", lane.name());
        }
        gauge(meters, "lienthong.sync.blocked", Depths::blocked);
        gauge(
                meters,
                "lienthong.oldest.unacknowledged.seconds",
                depths -> depths.oldestAge().toSeconds());
        Gauge.builder(
                        "lienthong.breaker.open",
                        breaker,
                        state -> state.allowance().ordinal())
                .description("0 the portal works, 1 it is being probed, 2 it is given up for now")
                .tag("neighbour", neighbour.name())
                .register(meters);
    }

    void measure() {
        last = ledger.depths(neighbour);
    }

    /** Rows that wait for people, not for time. */
    public long blocked() {
        return last.stream()
                .filter(depth -> depth.state().equals(BLOCKED))
                .mapToLong(Depth::rows)
                .sum();
    }

    /** How long the oldest row waits that only needs time. */
    public Duration oldestAge() {
        Optional<Instant> oldest = last.stream()
                .filter(depth -> !depth.state().equals(BLOCKED))
                .map(Depth::oldest)
                .min(Instant::compareTo);
        return oldest.map(since -> Duration.between(since, clock.instant())).orElse(Duration.ZERO);
    }

    /** Rows on their way. */
    public long waiting() {
        return last.stream()
                .filter(depth -> !depth.state().equals(BLOCKED))
                .mapToLong(Depth::rows)
                .sum();
    }

    private long rows(Lane lane) {
        return last.stream()
                .filter(depth -> depth.lane() == lane && !depth.state().equals(BLOCKED))
                .mapToLong(Depth::rows)
                .sum();
    }

    private void gauge(MeterRegistry meters, String name, ToDoubleFunction<Depths> value, String... tags) {
        Gauge.builder(name, this, value)
                .tag("neighbour", neighbour.name())
                .tags(tags)
                .register(meters);
    }
}
