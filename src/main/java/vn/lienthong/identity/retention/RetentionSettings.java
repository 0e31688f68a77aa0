package vn.lienthong.identity.retention;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is over is kept.
 *
 * @param keep by name; zero keeps it for ever
 */
@ConfigurationProperties("lienthong.identity.retention")
public record RetentionSettings(
        @DefaultValue("true") boolean enabled, @DefaultValue Map<String, Duration> keep) {

    /** Zero where nothing is said. */
    public Duration of(String name) {
        return keep.getOrDefault(name, Duration.ZERO);
    }
}
