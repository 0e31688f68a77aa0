package vn.lienthong.hub.intake.files;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.content.ContentUnavailableException;

/** Whether attached files can be scanned: what cannot be scanned waits on its queue. */
@Component("virusScanHealthIndicator")
class VirusScanHealth extends AbstractHealthIndicator {

    private final VirusScan scan;

    VirusScanHealth(VirusScan scan) {
        this.scan = scan;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        if (!(scan instanceof Clamd clamd)) {
            health.up().withDetail("scanning", false);
            return;
        }
        try {
            health.up().withDetail("scanning", true).withDetail("version", clamd.version());
        } catch (ContentUnavailableException away) {
            health.status("DEGRADED").withDetail("scanning", "the scanner does not answer");
        }
    }
}
