package vn.lienthong.hub.national.outage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.national.portal.PortalBreaker;
import vn.lienthong.hub.national.sync.Workers;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.database.TimedWork;

/**
 * Holds the portal's breaker open while a maintenance window is in force, on every node, and lets the backlog out at the
 * window's pace afterwards. What waits only waits: no attempt is counted.
 */
@Component
public class MaintenanceWatch extends TimedWork {

    private static final Logger log = LoggerFactory.getLogger(MaintenanceWatch.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration SAMPLE = Duration.ofSeconds(15);
    /** A node that starts this long after a window still lets its backlog out at the window's pace. */
    private static final Duration STILL_DRAINING = Duration.ofHours(12);
    /** Before the dispatcher, so that a node that starts inside a window does not call first. */
    private static final int BEFORE_THE_SYNC = -1;

    private final WindowTable windows;
    private final PortalBreaker breaker;
    private final Workers workers;
    private final Forecast forecast;
    private final Clock clock;
    private volatile @Nullable Window held;

    MaintenanceWatch(
            WindowTable windows,
            PortalBreaker breaker,
            Workers workers,
            Forecast forecast,
            DatabaseBreaker database,
            Clock clock) {
        super("maintenance", 1, database);
        this.windows = windows;
        this.breaker = breaker;
        this.workers = workers;
        this.forecast = forecast;
        this.clock = clock;
    }

    /** The window that keeps the portal alone now. */
    Optional<Window> held() {
        return Optional.ofNullable(held);
    }

    /** Until when the portal is left alone now. */
    public Optional<Instant> heldUntil() {
        return held().map(Window::endsAt);
    }

    void look() {
        Instant now = clock.instant();
        Optional<Window> inForce = windows.inForce(now);
        if (inForce.isPresent()) {
            hold(inForce.get());
        } else if (held != null) {
            release(now);
        } else if (workers.draining() && workers.depths().waiting() == 0) {
            workers.drainFreely();
        }
    }

    private void hold(Window window) {
        if (held == null) {
            log.info("National portal is left alone until {}: {}", window.endsAt(), window.reason());
            breaker.hold();
        }
        held = window;
    }

    private void release(Instant now) {
        held = null;
        log.info("National portal's maintenance is over");
        drainLike(windows.lastOver(now));
        breaker.release();
    }

    private void drainLike(Optional<Window> over) {
        Window window = over.orElse(null);
        Integer perSecond = window == null ? null : window.drainPerSecond();
        if (window == null || perSecond == null) {
            workers.drainFreely();
        } else {
            workers.drain(perSecond, window.rampUp());
        }
    }

    @Override
    protected void begin(Clockwork ticks) {
        ticks.quietly(this::resume);
        ticks.every(TICK, this::look);
        ticks.every(
                SAMPLE, () -> forecast.sample(clock.instant(), workers.depths().waiting()));
    }

    private void resume() {
        look();
        Instant now = clock.instant();
        if (held == null) {
            drainLike(windows.lastOver(now)
                    .filter(window -> window.endsAt().plus(STILL_DRAINING).isAfter(now)));
        }
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_SYNC;
    }
}
