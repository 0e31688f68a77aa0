package vn.lienthong.identity;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the provider presents itself and how long its things live.
 *
 * @param issuer its name in every token, and the address under which browsers reach it
 * @param keyAge after which a signing key is replaced by itself
 * @param keyAnnounced how long a new key is published before it signs, so that caches know it in time
 * @param longestToken how long the public half of a replaced key stays
 * @param sessionIdle after which a browser must log in again
 */
@ConfigurationProperties("lienthong.identity")
public record IdentitySettings(
        URI issuer,
        @DefaultValue("90d") Duration keyAge,
        @DefaultValue("10m") Duration keyAnnounced,
        @DefaultValue("12h") Duration longestToken,
        @DefaultValue("30m") Duration sessionIdle) {

    /** Cookies carry {@code Secure} exactly when browsers reach the provider by TLS. */
    public boolean overTls() {
        return "https".equals(issuer.getScheme());
    }
}
