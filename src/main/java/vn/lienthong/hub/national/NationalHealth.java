package vn.lienthong.hub.national;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.national.outage.MaintenanceWatch;
import vn.lienthong.hub.national.portal.PortalBreaker;
import vn.lienthong.hub.national.portal.PortalBreaker.Allowance;
import vn.lienthong.hub.national.sync.Workers;

/** The component {@code national}: a portal that is away degrades the hub, it does not take it down. */
@Component("nationalHealthIndicator")
class NationalHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final Neighbour portal;
    private final PortalBreaker breaker;
    private final Workers workers;
    private final MaintenanceWatch maintenance;

    NationalHealth(Neighbour nationalPortal, PortalBreaker breaker, Workers workers, MaintenanceWatch maintenance) {
        this.portal = nationalPortal;
        this.breaker = breaker;
        this.workers = workers;
        this.maintenance = maintenance;
    }

    @Override
    public Health health() {
        var depths = workers.depths();
        var standIn = portal.environment().equals(NationalSync.STAND_IN);
        var health = Health.status(breaker.allowance() == Allowance.ALL ? Status.UP : DEGRADED)
                .withDetail("environment", portal.environment())
                .withDetail("realPortal", !standIn)
                .withDetail("breaker", breaker.allowance().name())
                .withDetail("waiting", depths.waiting())
                .withDetail("blocked", depths.blocked())
                .withDetail("oldestUnacknowledgedSeconds", depths.oldestAge().toSeconds());
        maintenance.heldUntil().ifPresent(until -> health.withDetail("maintenanceUntil", until.toString()));
        return health.build();
    }
}
