package vn.lienthong.hub.platform.routes;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether the broker answers; without it the door refuses with 503. */
@Component("brokerHealthIndicator")
class BrokerHealth extends AbstractHealthIndicator {

    private final QueueDepths depths;

    BrokerHealth(QueueDepths depths) {
        super("The broker does not answer");
        this.depths = depths;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("wakeUpsWaiting", depths.of(Queues.NATIONAL_WAKE));
    }
}
