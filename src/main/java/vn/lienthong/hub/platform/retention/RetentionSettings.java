package vn.lienthong.hub.platform.retention;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is over is kept.
 *
 * @param keep by name, other than usual; zero keeps it for ever
 */
@ConfigurationProperties("lienthong.retention")
record RetentionSettings(
        @DefaultValue("true") boolean enabled, @DefaultValue Map<String, Duration> keep) {

    Duration of(Purge purge) {
        return keep.getOrDefault(purge.of(), purge.usual());
    }
}
