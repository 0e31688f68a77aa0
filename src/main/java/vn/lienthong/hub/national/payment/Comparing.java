package vn.lienthong.hub.national.payment;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/** The comparison's clock. */
final class Comparing implements SmartLifecycle {

    private final Comparison comparison;
    private final PaymentAccess access;
    private final DatabaseBreaker database;
    private final boolean enabled;
    private volatile @Nullable Clockwork clockwork;

    Comparing(Comparison comparison, PaymentAccess access, DatabaseBreaker database, boolean enabled) {
        this.comparison = comparison;
        this.access = access;
        this.database = database;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        if (enabled) {
            var started = new Clockwork("payments", 1, database);
            started.every(access.rules().get().every(), comparison::run);
            clockwork = started;
        }
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
