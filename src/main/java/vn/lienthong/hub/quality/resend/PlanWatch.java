package vn.lienthong.hub.quality.resend;

import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.database.TimedWork;

/** Gives every open plan its portion, on every node. */
@Component
class PlanWatch extends TimedWork {

    private final PlanTable table;
    private final Portion portion;
    private final ResendSettings settings;

    PlanWatch(PlanTable table, Portion portion, ResendSettings settings, DatabaseBreaker database) {
        super("resend", 1, database);
        this.table = table;
        this.portion = portion;
        this.settings = settings;
    }

    private void look() {
        for (var plan : table.open()) {
            boolean more = isRunning();
            while (more) {
                more = portion.of(plan) && isRunning();
            }
        }
    }

    @Override
    protected void begin(Clockwork clock) {
        clock.every(settings.tick(), this::look);
    }
}
