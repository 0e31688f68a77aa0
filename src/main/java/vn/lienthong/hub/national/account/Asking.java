package vn.lienthong.hub.national.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.national.sync.SyncSettings;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/** Once a second the next few accounts are asked for; first of all those a start has interrupted. */
@Component("techIdAsking")
class Asking implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TechIds accounts;
    private final DatabaseBreaker database;
    private final boolean enabled;
    private volatile @Nullable Clockwork clockwork;
    private boolean began;

    Asking(TechIds techIds, DatabaseBreaker database, SyncSettings settings) {
        this.accounts = techIds;
        this.database = database;
        this.enabled = settings.enabled();
    }

    @Override
    public void start() {
        if (enabled) {
            var started = new Clockwork("accounts", 1, database);
            started.every(PAUSE, this::ask);
            clockwork = started;
        }
    }

    private void ask() {
        if (!began) {
            accounts.wantAgain();
            began = true;
        }
        accounts.ask();
    }

    @Override
    public void stop() {
        var started = clockwork;
        clockwork = null;
        if (started != null) {
            started.close();
        }
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }
}
