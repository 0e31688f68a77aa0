package vn.lienthong.hub.quality.resend;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/** Gives every open plan its portion, on every node. */
@Component
class PlanWatch implements SmartLifecycle {

    private final PlanTable table;
    private final Portion portion;
    private final ResendSettings settings;
    private final Clockwork clockwork;
    private volatile boolean running;

    PlanWatch(PlanTable table, Portion portion, ResendSettings settings, DatabaseBreaker database) {
        this.table = table;
        this.portion = portion;
        this.settings = settings;
        this.clockwork = new Clockwork("resend", 1, database);
    }

    private void look() {
        for (var plan : table.open()) {
            boolean more = running;
            while (more) {
                more = portion.of(plan) && running;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        clockwork.every(settings.tick(), this::look);
    }

    @Override
    public void stop() {
        running = false;
        clockwork.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
