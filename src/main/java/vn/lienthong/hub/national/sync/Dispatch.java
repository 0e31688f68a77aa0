package vn.lienthong.hub.national.sync;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.hub.national.portal.LogInFailed;
import vn.lienthong.hub.national.portal.PortalBreaker;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/**
 * Sends flights off as long as something is queued and there is room in the air. Wake-ups only shorten its sleep: any
 * number of them is one look, and a lost one costs a tick.
 */
public final class Dispatch {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private final Flights flights;
    private final Lanes lanes;
    private final Ramp ramp;
    private final PortalBreaker breaker;
    private final DatabaseBreaker database;
    private final Pace pace;
    private final Drain drain = new Drain(System::nanoTime);
    private final Semaphore signal = new Semaphore(0);
    private final Phaser air = new Phaser(1);
    private final Thread thread = Thread.ofVirtual().name("national-dispatch").unstarted(this::run);
    private volatile boolean running;

    Dispatch(Flights flights, Lanes lanes, Ramp ramp, PortalBreaker breaker, DatabaseBreaker database, Pace pace) {
        this.flights = flights;
        this.lanes = lanes;
        this.ramp = ramp;
        this.breaker = breaker;
        this.database = database;
        this.pace = pace;
        breaker.listen(ramp::restart, this::wake);
    }

    /**
     * How the dispatcher moves.
     *
     * @param claim most dossiers of one flight
     * @param flights most flights in the air
     * @param linger how long it waits for company when little is queued
     * @param tick how long it sleeps at most
     */
    record Pace(int claim, int flights, Duration linger, Duration tick) {}

    public void wake() {
        signal.release();
    }

    public void start() {
        running = true;
        thread.start();
    }

    /** Lets what is in the air land; nothing new leaves. */
    public void stop() {
        running = false;
        wake();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        air.arriveAndAwaitAdvance();
    }

    Drain drain() {
        return drain;
    }

    /** Whether nothing is in the air. */
    boolean idle() {
        return ramp.idle();
    }

    private void run() {
        var busy = false;
        while (running) {
            rest(busy);
            busy = fillSafely();
        }
    }

    /** With a backlog every landing is answered at once; else a short wait lets a batch gather. */
    private void rest(boolean busy) {
        try {
            if (signal.tryAcquire(pace.tick().toMillis(), TimeUnit.MILLISECONDS) && !busy) {
                signal.tryAcquire(Integer.MAX_VALUE, pace.linger().toMillis(), TimeUnit.MILLISECONDS);
            }
            signal.drainPermits();
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    private boolean fillSafely() {
        try {
            return fill();
        } catch (LogInFailed noSession) {
            log.warn("National portal: {}", noSession.getMessage());
        } catch (RuntimeException failure) {
            database.failed(failure);
            log.warn("National sync waits: {}", failure.getMessage());
        }
        return false;
    }

    /** True if more is queued than could leave. */
    private boolean fill() {
        while (running && database.available()) {
            int room = room();
            if (room == 0) {
                return true;
            }
            var round = begin(room);
            if (round == null) {
                return false;
            }
            if (!round.last()) {
                leave(round);
            }
        }
        return false;
    }

    private int room() {
        return switch (breaker.allowance()) {
            case ALL -> flying() < pace.flights() ? Math.min(pace.claim(), Math.min(ramp.room(), drain.room())) : 0;
            case ONE -> ramp.idle() ? 1 : 0;
            case NOTHING -> 0;
        };
    }

    private int flying() {
        return air.getUnarrivedParties() - 1;
    }

    private @Nullable Round begin(int room) {
        for (var lane : lanes.next()) {
            var round = flights.begin(lane, room);
            if (round.isPresent()) {
                return round.get();
            }
        }
        return null;
    }

    private void leave(Round round) {
        ramp.left(round.dossiers());
        drain.left(round.dossiers());
        air.register();
        Thread.ofVirtual().name("national-flight").start(() -> {
            var smooth = false;
            try {
                smooth = flights.fly(round);
            } catch (RuntimeException failure) {
                database.failed(failure);
                log.warn("A flight of {} dossiers broke off: {}", round.dossiers(), failure.getMessage());
            } finally {
                ramp.landed(round.dossiers(), smooth);
                air.arriveAndDeregister();
                wake();
            }
        });
    }
}
