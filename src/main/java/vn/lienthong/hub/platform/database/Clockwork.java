package vn.lienthong.hub.platform.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads of a module's own for what it does now and then while PostgreSQL is there. A task that fails is logged and
 * done again after its pause; a slow neighbour behind it holds up nothing else in the hub.
 */
public final class Clockwork implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Clockwork.class);

    private final String name;
    private final DatabaseBreaker database;
    private final ScheduledExecutorService threads;

    public Clockwork(String name, int threads, DatabaseBreaker database) {
        this.name = name;
        this.database = database;
        this.threads = Executors.newScheduledThreadPool(
                threads, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }

    /** Again and again, one pause after the last time ended, first one pause from now. */
    public void every(Duration pause, Runnable task) {
        threads.scheduleWithFixedDelay(() -> quietly(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets what runs end; nothing starts any more. */
    @Override
    public void close() {
        threads.shutdown();
    }

    /** Now, in the caller's thread, unless PostgreSQL is away. */
    public void quietly(Runnable task) {
        if (!database.available()) {
            return;
        }
        try {
            task.run();
        } catch (RuntimeException failure) {
            database.failed(failure);
            log.warn("{}: {}", name, failure.getMessage());
        }
    }
}
