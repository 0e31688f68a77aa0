package vn.lienthong.hub.intake.submissions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How many messages of a sender may be parked as faults within a time before it stands still. */
@ConfigurationProperties("lienthong.intake.quarantine")
record QuarantineSettings(
        @DefaultValue("5") int faults, @DefaultValue("10m") Duration within) {}
