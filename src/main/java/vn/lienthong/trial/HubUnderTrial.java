package vn.lienthong.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A standalone hub of the trial's own, in a folder of its own, that may be killed and started again. */
final class HubUnderTrial implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final String LOOPBACK = "127.0.0.1";

    private final Path data;
    private final Map<String, String> settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable Process process;

    HubUnderTrial(Path data) {
        this.data = data;
        this.settings = Map.of(
                "LIENTHONG_DATA", data.toString(),
                "LIENTHONG_PORT", freePort(),
                "LIENTHONG_POSTGRES_PORT", freePort(),
                "LIENTHONG_REDIS_PORT", freePort(),
                "LIENTHONG_STANDIN_PORT", freePort());
    }

    /** Starts the hub and waits until it says it is ready; answers how long that took. */
    Duration start() throws IOException, InterruptedException {
        long from = System.nanoTime();
        Files.createDirectories(data);
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve("hub.out").toFile()));
        Process started = builder.start();
        process = started;
        while (!ready()) {
            if (!started.isAlive() || elapsed(from).compareTo(START_LIMIT) > 0) {
                throw new IOException("the hub did not start; see " + data.resolve("hub.out"));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return elapsed(from);
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dio.netty.noUnsafe=false",
                "-Xmx1g"));
        Optional.ofNullable(System.getenv("LIENTHONG_TRIAL_JVM"))
                .ifPresent(flags -> command.addAll(List.of(flags.split(" "))));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "vn.lienthong.LienThong"));
        return command;
    }

    /** Ends the process the hard way ({@code kill -9}); its PostgreSQL, Redis and stand-in stay behind as orphans. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** Kills one of the hub's children ({@code kill -9}); the hub is expected to start it again. */
    boolean killPart(String part) throws IOException {
        Path pidFile = data.resolve("run").resolve(part + ".pid");
        if (!Files.exists(pidFile)) {
            return false;
        }
        long pid = Long.parseLong(Files.readString(pidFile).trim().split("\\s+")[0]);
        return ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
    }

    boolean ready() {
        try {
            HttpRequest ask = HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    URI uri(String path) {
        return URI.create("http://" + LOOPBACK + ":" + settings.get("LIENTHONG_PORT") + path);
    }

    URI standInUri(String path) {
        return URI.create("http://" + LOOPBACK + ":" + settings.get("LIENTHONG_STANDIN_PORT") + path);
    }

    int postgresPort() {
        return Integer.parseInt(settings.getOrDefault("LIENTHONG_POSTGRES_PORT", "0"));
    }

    Path data() {
        return data;
    }

    long pid() {
        return process == null ? -1 : process.pid();
    }

    /** A secret the hub made for itself, such as {@code postgres} or {@code keys/operator}. */
    String secret(String name) {
        try {
            return Files.readString(data.resolve("secrets").resolve(name)).trim();
        } catch (IOException e) {
            throw new UncheckedIOException("the hub has no secret " + name, e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        }
    }

    private static Duration elapsed(long from) {
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
