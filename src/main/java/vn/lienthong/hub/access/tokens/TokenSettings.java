package vn.lienthong.hub.access.tokens;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens open the hub.
 *
 * @param issuer the {@code iss} they must carry; empty when none are taken
 * @param jwkSetUri where the issuer's public keys are
 * @param audience what {@code aud} must name, so that a token for a portal opens nothing here
 * @param skew how far the issuer's clock may be off
 */
@ConfigurationProperties("lienthong.access.tokens")
record TokenSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String jwkSetUri,
        @DefaultValue("lienthong-hub") String audience,
        @DefaultValue("30s") Duration skew) {

    boolean taken() {
        return !issuer.isEmpty() && !jwkSetUri.isEmpty();
    }
}
