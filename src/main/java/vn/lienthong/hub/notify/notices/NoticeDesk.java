package vn.lienthong.hub.notify.notices;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.lienthong.hub.dossier.StatusChanged;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.database.TimedWork;
import vn.lienthong.hub.platform.routes.Queues;

/** Runs planner and courier: once a second when something changed, at least every ten; woken by {@code notify.send}. */
@Component("noticeDesk")
public class NoticeDesk extends TimedWork {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String WAKE = "jms:queue:" + Queues.NOTIFY_SEND + "?deliveryPersistent=false";
    private static final int SELDOM = 10;
    private static final int LATE_EVERY = 60;

    private final Planner planner;
    private final Courier courier;
    private final Notices notices;
    private final ProducerTemplate broker;
    private final boolean enabled;
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final AtomicBoolean owed = new AtomicBoolean(true);
    private volatile long waiting;
    private int ticks;

    NoticeDesk(
            Planner planner,
            Courier courier,
            Notices notices,
            DatabaseBreaker database,
            ProducerTemplate broker,
            MeterRegistry meters,
            @Value("${lienthong.notify.enabled:true}") boolean enabled) {
        super("notices", 2, database);
        this.planner = planner;
        this.courier = courier;
        this.notices = notices;
        this.broker = broker;
        this.enabled = enabled;
        Gauge.builder("lienthong.notify.waiting", this, desk -> desk.waiting)
                .description("Notices not sent yet")
                .register(meters);
    }

    /** Costs the register's thread one write to memory. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void heard(StatusChanged change) {
        changed.lazySet(true);
    }

    /** Something is owed; a hundred of these are one look. Called by the route of {@code notify.send}. */
    public void wake() {
        owed.set(true);
    }

    @Override
    protected void begin(Clockwork clock) {
        clock.every(PAUSE, () -> orAgain(this::plan));
        clock.every(PAUSE, () -> orAgain(this::send));
    }

    @Override
    protected boolean wanted() {
        return enabled;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void plan() {
        int tick = ticks++;
        int fresh = changed.getAndSet(false) || tick % SELDOM == 0 ? planner.plan() : 0;
        fresh += tick % LATE_EVERY == 0 ? planner.planLate() : 0;
        if (fresh > 0) {
            if (broker.send(WAKE, exchange -> {}).getException() != null) {
                wake(); // without the broker this node's own couriers are enough
            }
        }
    }

    private void send() {
        if (owed.getAndSet(false) || ticks % SELDOM == 0) {
            if (courier.round() > 0) {
                owed.set(true);
            }
            waiting = notices.waiting();
        }
    }

    /** What broke off has to be looked at again. */
    private void orAgain(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            changed.set(true);
            owed.set(true);
            throw failure;
        }
    }
}
