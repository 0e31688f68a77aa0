package vn.lienthong.hub.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;
import vn.lienthong.infra.HubHome;

/**
 * The password of the hub's account at the portal: the environment, else the secret file that standalone mode shares
 * with its stand-in. Read at each log-in, so that a changed one is used at once.
 */
final class Password implements Supplier<String> {

    private static final String VARIABLE = "LIENTHONG_NATIONAL_PASSWORD";
    private static final String FILE = "national";

    private final Environment environment;
    private final HubHome home;

    Password(Environment environment, HubHome home) {
        this.environment = environment;
        this.home = home;
    }

    @Override
    public String get() {
        var given = environment.getProperty(VARIABLE, "");
        return given.isBlank() ? fromFile() : given;
    }

    private String fromFile() {
        var file = home.secrets().resolve(FILE);
        return Files.exists(file) ? read(file) : "";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
