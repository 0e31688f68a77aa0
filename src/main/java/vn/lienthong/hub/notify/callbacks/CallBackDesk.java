package vn.lienthong.hub.notify.callbacks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/** Plans and tells call-backs once a second; a hub that calls nobody back only looks for leftovers now and then. */
@Component
class CallBackDesk implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CallBackDesk.class);
    private static final int SELDOM = 30;

    private final CallBackPlanner planner;
    private final CallBackCourier courier;
    private final CallBacks callBacks;
    private final CalledBack senders;
    private final DatabaseBreaker database;
    private volatile long waiting;
    private volatile boolean running;
    private int ticks;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("call-backs").factory());

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
        this.database = database;
        Gauge.builder("lienthong.callback.waiting", this, desk -> desk.waiting)
                .description("What senders are still to be told")
                .register(meters);
    }

    @Override
    public void start() {
        running = true;
        clockwork.scheduleWithFixedDelay(this::quietly, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void quietly() {
        if (!database.available() || (senders.nobody() && ticks++ % SELDOM != 0)) {
            return;
        }
        try {
            planner.plan();
            courier.round();
            waiting = callBacks.waiting();
        } catch (RuntimeException failure) {
            database.failed(failure);
            log.warn("Call-backs: {}", failure.getMessage());
        }
    }
}
