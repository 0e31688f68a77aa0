package vn.lienthong.hub.dispatch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.database.TimedWork;

/** Plans and sends: at once when something changed here, and every few seconds for what other nodes left. */
@Component
class DispatchDesk extends TimedWork {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int SELDOM = 10;

    private final DispatchPlanner planner;
    private final DispatchCourier courier;
    private final Dispatches dispatches;
    private final Systems systems;
    private final Bell bell;
    private volatile long waiting;
    private int ticks;
    private int rounds;

    DispatchDesk(
            DispatchPlanner planner,
            DispatchCourier courier,
            Dispatches dispatches,
            Systems systems,
            Bell bell,
            DatabaseBreaker database,
            MeterRegistry meters) {
        super("dispatch", 2, database);
        this.planner = planner;
        this.courier = courier;
        this.dispatches = dispatches;
        this.systems = systems;
        this.bell = bell;
        Gauge.builder("lienthong.dispatch.waiting", this, desk -> desk.waiting)
                .description("Messages that systems do not have yet")
                .register(meters);
    }

    @Override
    protected void begin(Clockwork clock) {
        clock.every(PAUSE, this::plan);
        clock.every(PAUSE, this::send);
    }

    private void plan() {
        if ((bell.answered() || ticks++ % SELDOM == 0) && planner.plan() > 0) {
            bell.somethingToFetch();
        }
    }

    private void send() {
        if (systems.anyCalled()) {
            courier.round();
        }
        if (rounds++ % SELDOM == 0) {
            waiting = dispatches.waiting();
        }
    }
}
