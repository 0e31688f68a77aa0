package vn.lienthong.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads options from {@code --name value}, else from the environment, else takes a default that works. */
final class CommandLine {

    static final String USAGE = """
            usage: stand-in [--port P] [--data DIR] [--mocks DIR] [--admin-token-file F] [--username U]
                            [--password-file F] [--session-minutes M] [--dstcode CODE] [--lenient]
            environment: LIENTHONG_NATIONAL_USERNAME, LIENTHONG_NATIONAL_PASSWORD,
                         LIENTHONG_NATIONAL_SESSION_MINUTES, LIENTHONG_NATIONAL_DSTCODE""";

    private static final String LENIENT = "--lenient";
    private static final Set<String> NAMES = Set.of(
            "--port",
            "--data",
            "--mocks",
            "--admin-token-file",
            "--username",
            "--password-file",
            "--session-minutes",
            "--dstcode");

    private final Map<String, String> given = new HashMap<>();
    private final Map<String, String> environment;

    CommandLine(List<String> args, Map<String, String> environment) {
        this.environment = environment;
        for (var rest = args.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            if (name.equals(LENIENT)) {
                given.put(name, "");
            } else if (NAMES.contains(name) && rest.hasNext()) {
                given.put(name, rest.next());
            } else {
                throw new IllegalArgumentException("cannot use " + name + "\n" + USAGE);
            }
        }
    }

    StandInOptions options() throws IOException {
        Path data = Path.of(given.getOrDefault("--data", "data/stand-in"));
        String mocks = given.getOrDefault("--mocks", StandInOptions.DEFAULT_MOCKS.toString());
        String minutes = option("--session-minutes", "LIENTHONG_NATIONAL_SESSION_MINUTES");
        String username = option("--username", "LIENTHONG_NATIONAL_USERNAME");
        return new StandInOptions(
                Integer.parseInt(given.getOrDefault("--port", "0")),
                data,
                Path.of(mocks),
                username == null ? StandInOptions.DEFAULT_USERNAME : username,
                password(data.resolve("password")),
                minutes == null ? StandInOptions.DEFAULT_SESSION_LIFE : Duration.ofMinutes(Long.parseLong(minutes)),
                file(given.get("--admin-token-file")),
                option("--dstcode", "LIENTHONG_NATIONAL_DSTCODE"),
                !given.containsKey(LENIENT));
    }

    private @Nullable String option(String name, String variable) {
        String value = given.get(name);
        return value == null ? environment.get(variable) : value;
    }

    private String password(Path own) throws IOException {
        String fromFile = file(given.get("--password-file"));
        if (fromFile != null) {
            return fromFile;
        }
        String fromEnvironment = environment.get("LIENTHONG_NATIONAL_PASSWORD");
        return fromEnvironment == null ? generated(own) : fromEnvironment;
    }

    private static @Nullable String file(@Nullable String path) throws IOException {
        return path == null ? null : Files.readString(Path.of(path)).strip();
    }

    private static String generated(Path own) throws IOException {
        if (Files.notExists(own)) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            Files.createDirectories(own.toAbsolutePath().getParent());
            Files.createFile(own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(own, HexFormat.of().formatHex(random) + "\n");
        }
        return Files.readString(own).strip();
    }
}
