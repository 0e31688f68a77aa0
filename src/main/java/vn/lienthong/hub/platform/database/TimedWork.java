package vn.lienthong.hub.platform.database;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** What a module does now and then, from the start of the hub to its stop, on a clock of its own. */
public abstract class TimedWork implements SmartLifecycle {

    private final String name;
    private final int threads;
    private final DatabaseBreaker database;
    private volatile @Nullable Clockwork clockwork;

    protected TimedWork(String name, int threads, DatabaseBreaker database) {
        this.name = name;
        this.threads = threads;
        this.database = database;
    }

    /** Tells the clock what is done when; called at each start. */
    protected abstract void begin(Clockwork clock);

    /** Called at each stop, when nothing new begins any more. */
    protected void end(Clockwork clock) {}

    /** Whether this hub does it at all. */
    protected boolean wanted() {
        return true;
    }

    @Override
    public final void start() {
        if (wanted()) {
            var started = new Clockwork(name, threads, database);
            clockwork = started;
            begin(started);
        }
    }

    @Override
    public final void stop() {
        var started = clockwork;
        clockwork = null;
        if (started != null) {
            started.close();
            end(started);
        }
    }

    @Override
    public final boolean isRunning() {
        return clockwork != null;
    }
}
