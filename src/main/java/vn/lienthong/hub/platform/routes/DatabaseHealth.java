package vn.lienthong.hub.platform.routes;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/** Whether consumers stand still because PostgreSQL is away; the door stays open all the same. */
@Component("databaseBreakerHealthIndicator")
class DatabaseHealth extends AbstractHealthIndicator {

    private final DatabaseBreaker breaker;

    DatabaseHealth(DatabaseBreaker breaker) {
        this.breaker = breaker;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        breaker.awaySince()
                .ifPresentOrElse(
                        since -> health.status("DEGRADED").withDetail("awaySince", since.toString()), health::up);
    }
}
