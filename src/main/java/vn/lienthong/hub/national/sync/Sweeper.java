package vn.lienthong.hub.national.sync;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.SyncSweep;
import vn.lienthong.hub.national.portal.PortalBreaker;
import vn.lienthong.hub.national.portal.PortalBreaker.Allowance;

/** Once a tick: what is due, what was lost with a worker, what became backlog; each at most a bite. */
final class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final int BITE = 1_000;
    private static final Duration LIVE_FOR = Duration.ofMinutes(1);

    private final SyncSweep ledger;
    private final Neighbour neighbour;
    private final PortalBreaker breaker;
    private final Runnable wake;
    private final AtomicBoolean back = new AtomicBoolean();

    Sweeper(SyncSweep ledger, Neighbour neighbour, PortalBreaker breaker, Runnable wake) {
        this.ledger = ledger;
        this.neighbour = neighbour;
        this.breaker = breaker;
        this.wake = wake;
        breaker.listen(() -> back.set(false), () -> back.set(true));
    }

    /** What an earlier run of this node had in the air: its leases end now, the portal is asked. */
    void start(String node) {
        int left = ledger.endLeasesOf(neighbour, node);
        if (left > 0) {
            log.info("{} dossiers were in the air when this node went down: the portal is asked about them", left);
        }
    }

    void sweep() {
        if (breaker.allowance() == Allowance.ALL && back.get() && ledger.hurry(neighbour, BITE) < BITE) {
            back.set(false);
        }
        ledger.moveToCatchUp(neighbour, LIVE_FOR, BITE);
        int lost = ledger.takeBackExpired(neighbour, BITE);
        int due = breaker.allowance() == Allowance.NOTHING ? 0 : ledger.queueDue(neighbour, BITE);
        if (lost + due > 0) {
            wake.run();
        }
    }
}
