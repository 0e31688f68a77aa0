package vn.lienthong.hub.national.account;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.national.sync.SyncSettings;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.database.TimedWork;

/** Once a second the next few accounts are asked for; first of all those a start has interrupted. */
@Component("techIdAsking")
class Asking extends TimedWork {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TechIds accounts;
    private final boolean enabled;
    private boolean began;

    Asking(TechIds techIds, DatabaseBreaker database, SyncSettings settings) {
        super("accounts", 1, database);
        this.accounts = techIds;
        this.enabled = settings.enabled();
    }

    @Override
    protected void begin(Clockwork clock) {
        clock.every(PAUSE, this::ask);
    }

    private void ask() {
        if (!began) {
            accounts.wantAgain();
            began = true;
        }
        accounts.ask();
    }

    @Override
    protected boolean wanted() {
        return enabled;
    }
}
