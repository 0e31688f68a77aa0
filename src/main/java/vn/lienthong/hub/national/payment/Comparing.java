package vn.lienthong.hub.national.payment;

import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.database.TimedWork;

/** The comparison's clock. */
final class Comparing extends TimedWork {

    private final Comparison comparison;
    private final PaymentAccess access;
    private final boolean enabled;

    Comparing(Comparison comparison, PaymentAccess access, DatabaseBreaker database, boolean enabled) {
        super("payments", 1, database);
        this.comparison = comparison;
        this.access = access;
        this.enabled = enabled;
    }

    @Override
    protected void begin(Clockwork clock) {
        clock.every(access.rules().get().every(), comparison::run);
    }

    @Override
    protected boolean wanted() {
        return enabled;
    }
}
