package vn.lienthong.hub.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;
import vn.lienthong.infra.HubHome;

/**
 * A secret of the hub's at the portal: the environment, else the secret file. Read at each log-in, so that a changed one
 * is used at once.
 */
final class Password implements Supplier<String> {

    private final Environment environment;
    private final String variable;
    private final Path file;
    private final Supplier<String> otherwise;

    private Password(Environment environment, String variable, Path file, Supplier<String> otherwise) {
        this.environment = environment;
        this.variable = variable;
        this.file = file;
        this.otherwise = otherwise;
    }

    /** Of the hub's account; standalone mode shares the file with its stand-in. */
    static Password ofAccount(Environment environment, HubHome home) {
        return new Password(
                environment, "LIENTHONG_NATIONAL_PASSWORD", home.secrets().resolve("national"), () -> "");
    }

    /** Of one door: {@code LIENTHONG_NATIONAL_<DOOR>_SECRET}, {@code secrets/national-<door>}. */
    static Password ofDoor(String door, Environment environment, HubHome home, Supplier<String> otherwise) {
        var variable = "LIENTHONG_NATIONAL_%s_SECRET"
                .formatted(door.toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Password(environment, variable, home.secrets().resolve("national-" + door), otherwise);
    }

    @Override
    public String get() {
        var given = environment.getProperty(variable, "");
        if (!given.isBlank()) {
            return given;
        }
        return Files.exists(file) ? read(file) : otherwise.get();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
