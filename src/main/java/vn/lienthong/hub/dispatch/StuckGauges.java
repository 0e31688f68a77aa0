package vn.lienthong.hub.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.HopWatch;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/** How many dossiers wait at a hop beyond its patience, as gauge {@code lienthong.stuck}; a thousand and more means at least so many. */
@Component
class StuckGauges {

    private static final int MOST = 1_000;

    private final List<HopWatch> watches;
    private final DispatchRoutes routes;
    private final DatabaseBreaker breaker;
    private final Clock clock;
    private final MultiGauge gauge;

    StuckGauges(
            List<HopWatch> watches, DispatchRoutes routes, DatabaseBreaker breaker, Clock clock, MeterRegistry meters) {
        this.watches = watches;
        this.routes = routes;
        this.breaker = breaker;
        this.clock = clock;
        this.gauge = MultiGauge.builder("lienthong.stuck")
                .description("Dossiers that wait at a hop for longer than its patience")
                .register(meters);
    }

    @Scheduled(initialDelay = 15_000, fixedDelay = 60_000)
    void refresh() {
        breaker.measure("Stuck dossiers", this::count);
    }

    private void count() {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (HopWatch watch : watches) {
            int stuck = watch.stuck(clock.instant().minus(routes.table().patience(watch.hop())), MOST)
                    .size();
            rows.add(MultiGauge.Row.of(Tags.of("hop", watch.hop().name()), stuck));
        }
        gauge.register(rows, true);
    }
}
