package vn.lienthong.hub.platform.content;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether contents can be kept and read: without it the door takes nothing large, and what has files waits. */
@Component("contentHealthIndicator")
class ContentHealth extends AbstractHealthIndicator {

    private static final String ANY = "0".repeat(64);

    private final ContentStore store;

    ContentHealth(ContentStore store) {
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.withDetail("in", store.where());
        try {
            store.holds(ANY);
            health.up();
        } catch (ContentUnavailableException away) {
            health.status("DEGRADED");
        }
    }
}
