package vn.lienthong.infra.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.lienthong.infra.StartFailure;

/** What differs between machines: which programs fit, and how a child is set apart from the hub's terminal. */
final class Platform {

    private static final boolean MAC =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

    private Platform() {}

    static String name() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    static String postgresArchive() {
        return "postgres-%s-%s.txz".formatted(MAC ? "darwin" : "linux", ARM ? "arm_64" : "x86_64");
    }

    static String redisProgram() {
        if (MAC) {
            return ARM ? "redis-server-6.2.6-v5-darwin-arm64" : "redis-server-6.2.6-v5-darwin-amd64";
        }
        return ARM ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
    }

    /** A session of its own, so that Ctrl-C in the hub's terminal does not reach the child before the hub has drained. */
    static List<String> ownSession() {
        return onPath("setsid").map(path -> List.of(path.toString())).orElse(List.of());
    }

    /** PostgreSQL refuses to run as root; inside a user namespace of its own it does not see that it does. */
    static List<String> notAsRoot() {
        if (!System.getProperty("user.name").equals("root") || MAC) {
            return List.of();
        }
        String unshare = onPath("unshare").map(Path::toString).orElse("unshare");
        if (!succeeds(List.of(unshare, "-U", "true"))) {
            throw new StartFailure(
                    "PostgreSQL refuses to run as root, and this machine allows no user namespace (unshare -U)",
                    "start the hub as an ordinary user who owns the data folder");
        }
        return List.of(unshare, "-U");
    }

    /** Asks a process to end by a named signal, which {@link ProcessHandle#destroy()} cannot choose. */
    static void signal(String name, ProcessHandle process) {
        succeeds(List.of("sh", "-c", "kill -" + name + " " + process.pid()));
    }

    private static Optional<Path> onPath(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":")).stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
