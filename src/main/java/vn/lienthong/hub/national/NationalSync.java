package vn.lienthong.hub.national;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.national.sync.SyncSettings;
import vn.lienthong.hub.national.sync.Workers;
import vn.lienthong.hub.platform.config.AppliedConfig;

/** The way out to the national portal: woken by messages and by the clock, started before the routes, stopped after. */
@Component("nationalSync")
public class NationalSync implements SmartLifecycle {

    static final String STAND_IN = "stand-in";

    private final Workers workers;
    private final boolean enabled;
    private volatile boolean running;

    NationalSync(Workers workers, SyncSettings settings, AppliedConfig config) {
        this.workers = workers;
        this.enabled = settings.enabled();
        config.onChange(bundle -> {
            if (running) {
                workers.tryBlockedAgain();
            }
        });
    }

    /** Something is owed; a hundred of these are one look. Called by the route of {@code national.wake}. */
    public void wake() {
        workers.wake();
    }

    @Override
    public void start() {
        running = enabled;
        if (enabled) {
            workers.start();
        }
    }

    @Override
    public void stop() {
        if (running) {
            running = false;
            workers.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
