package vn.lienthong.hub.notify.callbacks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.database.TimedWork;

/** Plans and tells call-backs once a second; a hub that calls nobody back only looks for leftovers now and then. */
@Component
class CallBackDesk extends TimedWork {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int SELDOM = 30;

    private final CallBackPlanner planner;
    private final CallBackCourier courier;
    private final CallBacks callBacks;
    private final CalledBack senders;
    private volatile long waiting;
    private int ticks;

    CallBackDesk(
            CallBackPlanner planner,
            CallBackCourier courier,
            CallBacks callBacks,
            CalledBack senders,
            DatabaseBreaker database,
            MeterRegistry meters) {
        super("call-backs", 1, database);
        this.planner = planner;
        this.courier = courier;
        this.callBacks = callBacks;
        this.senders = senders;
        Gauge.builder("lienthong.callback.waiting", this, desk -> desk.waiting)
                .description("What senders are still to be told")
                .register(meters);
    }

    @Override
    protected void begin(Clockwork clock) {
        clock.every(PAUSE, this::look);
    }

    private void look() {
        if (senders.nobody() && ticks++ % SELDOM != 0) {
            return;
        }
        planner.plan();
        courier.round();
        waiting = callBacks.waiting();
    }
}
