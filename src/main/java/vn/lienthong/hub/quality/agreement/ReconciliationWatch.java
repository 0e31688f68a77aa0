package vn.lienthong.hub.quality.agreement;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.database.TimedWork;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Looks for runs that wait, one at a time on each node, and asks for the nightly one. */
@Component
class ReconciliationWatch extends TimedWork {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LATE_START = Duration.ofHours(3);

    private final Reconciliations runs;
    private final Reconciler reconciler;
    private final ReconciliationSettings settings;
    private final Clock clock;
    private final String node;
    private final String lease;
    private volatile @Nullable LocalDate asked;

    ReconciliationWatch(
            Reconciliations runs,
            Reconciler reconciler,
            ReconciliationSettings settings,
            DatabaseBreaker database,
            NodeName node,
            Clock clock) {
        super("reconciliation", 1, database);
        this.runs = runs;
        this.reconciler = reconciler;
        this.settings = settings;
        this.node = node.value();
        this.lease = this.node + "/" + UUID.randomUUID();
        this.clock = clock;
    }

    void look() {
        askNightly();
        runs.claim(lease, Reconciler.LEASE).ifPresent(run -> reconciler.carryOut(run, lease));
    }

    private void askNightly() {
        LocalTime at = settings.nightly();
        if (at == null) {
            return;
        }
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), VietnamTime.ZONE);
        LocalDateTime begins = now.toLocalDate().atTime(at);
        boolean itsTime = !now.isBefore(begins) && now.isBefore(begins.plus(LATE_START));
        if (itsTime && !now.toLocalDate().equals(asked)) {
            runs.askNightly(
                    now.toLocalDate(),
                    new Reconciliations.Order(
                            Scope.ALL, null, null, settings.sample(), Actor.HUB.name(), "nightly look-ups"));
            asked = now.toLocalDate();
        }
    }

    @Override
    protected void begin(Clockwork clock) {
        clock.quietly(() -> runs.endLeasesOf(node));
        clock.every(PAUSE, this::look);
    }

    @Override
    protected void end(Clockwork clock) {
        clock.quietly(() -> runs.endLeasesOf(node));
    }
}
