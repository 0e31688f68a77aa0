package vn.lienthong.hub.notify.returns;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** The component {@code returns}: a mailbox that is away degrades the hub, it does not take it down. */
@Component("returnsHealthIndicator")
class ReturnsHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final ReturnsDesk desk;

    ReturnsHealth(ReturnsDesk desk) {
        this.desk = desk;
    }

    @Override
    public Health health() {
        String trouble = desk.trouble();
        Health.Builder health =
                trouble.isEmpty() ? Health.up() : Health.status(DEGRADED).withDetail("trouble", trouble);
        return health.withDetail("configured", desk.configured()).build();
    }
}
