package vn.lienthong.infra;

import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * A door by TLS that asks its callers for a certificate, besides the plain one; there is none unless its port is set.
 *
 * @param keystore PKCS #12 file with this server's own key and certificate
 */
public record TlsDoorSettings(int port, String keystore, String password) {

    private static final String KEYSTORE = "LIENTHONG_TLS_KEYSTORE";
    private static final String PASSWORD = "LIENTHONG_TLS_KEYSTORE_PASSWORD";

    /** By the setting that names the port. */
    public static Optional<TlsDoorSettings> of(Environment environment, String portSetting) {
        String port = environment.getProperty(portSetting, "").strip();
        if (port.isEmpty()) {
            return Optional.empty();
        }
        String keystore = environment.getProperty(KEYSTORE, "").strip();
        if (keystore.isEmpty()) {
            throw new StartFailure(
                    portSetting + " is set without " + KEYSTORE, "name a PKCS #12 file, and set " + PASSWORD);
        }
        return Optional.of(
                new TlsDoorSettings(Integer.parseInt(port), keystore, environment.getProperty(PASSWORD, "")));
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "TLS on " + port;
    }
}
