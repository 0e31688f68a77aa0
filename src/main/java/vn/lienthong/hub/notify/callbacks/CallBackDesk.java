package vn.lienthong.hub.notify.callbacks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/** Plans and tells call-backs once a second; a hub that calls nobody back only looks for leftovers now and then. */
@Component
class CallBackDesk implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int SELDOM = 30;

    private final CallBackPlanner planner;
    private final CallBackCourier courier;
    private final CallBacks callBacks;
    private final CalledBack senders;
    private final Clockwork clockwork;
    private volatile long waiting;
    private volatile boolean running;
    private int ticks;

    CallBackDesk(
            CallBackPlanner planner,
            CallBackCourier courier,
            CallBacks callBacks,
            CalledBack senders,
            DatabaseBreaker database,
            MeterRegistry meters) {
        this.planner = planner;
        this.courier = courier;
        this.callBacks = callBacks;
        this.senders = senders;
        this.clockwork = new Clockwork("call-backs", 1, database);
        Gauge.builder("lienthong.callback.waiting", this, desk -> desk.waiting)
                .description("What senders are still to be told")
                .register(meters);
    }

    @Override
    public void start() {
        running = true;
        clockwork.every(PAUSE, this::look);
    }

    @Override
    public void stop() {
        running = false;
        clockwork.close();
    }

    @Override
    public boolean isRunning() {
        return running;
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
