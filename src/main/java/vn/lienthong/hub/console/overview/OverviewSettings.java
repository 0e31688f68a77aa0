package vn.lienthong.hub.console.overview;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts as well.
 *
 * @param promptly how soon after it was registered the national portal should have a status
 * @param remembered how old the figures may be that many people look at
 */
@ConfigurationProperties("lienthong.console.overview")
record OverviewSettings(
        @DefaultValue("15m") Duration promptly,
        @DefaultValue("3s") Duration remembered) {}
