package vn.lienthong.hub.console.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.infra.Mode;

/**
 * Where the console is and how people log in to it.
 *
 * @param address under which browsers reach the hub, without a slash at its end; empty: nobody logs in by the provider
 * @param issuer the provider's name, and where browsers find it; empty when there is none
 * @param keys where the provider's public keys are, as this process reaches them; its other end points lie beside
 * @param client as which the console is registered there
 * @param secret of that client; empty when it is a public one
 * @param byKey whether a member of staff may come in with a key of their own
 * @param idle after which a visit ends by itself
 * @param longest after which it ends whatever is done
 * @param api where the pages find the hub's API; empty: this process
 */
@ConfigurationProperties("lienthong.console")
public record ConsoleSettings(
        @DefaultValue("") String address,
        @DefaultValue("") String issuer,
        @DefaultValue("") String keys,
        @DefaultValue("console") String client,
        @DefaultValue("") String secret,
        @DefaultValue("true") boolean byKey,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("") String api) {

    private static final String KEYS_PATH = "/oauth2/jwks";

    public boolean byProvider() {
        return !address.isEmpty() && !issuer.isEmpty() && keys.endsWith(KEYS_PATH);
    }

    /** The provider as this process reaches it, which need not be how browsers do. */
    public String provider() {
        return keys.substring(0, keys.length() - KEYS_PATH.length());
    }

    /** A node is reached by https, whether or not it was told its address. */
    boolean overTls(Mode mode) {
        return mode == Mode.NODE || address.startsWith("https://");
    }
}
