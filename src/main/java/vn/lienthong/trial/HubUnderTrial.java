package vn.lienthong.trial;

import java.io.IOException;
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

    private static final Duration START_LIMIT = Duration.ofSeconds(300);
    /** Any free port, kept over restarts. */
    private static final String ANY = "0";
    /** Where the scripts give no others; a short trial is over before the second compiler's code pays. */
    private static final String OPTIONS =
            "--enable-native-access=ALL-UNNAMED -Dio.netty.noUnsafe=false -Xmx1g -XX:TieredStopAtLevel=1";
    /** Trials unpack the servers once, not into each folder of theirs. */
    private static final Path BUILD = Path.of("target");

    private final Path data;
    private final Installation installation;
    private final Map<String, String> settings;
    private @Nullable Process process;

    HubUnderTrial(Path data) {
        this.data = data;
        this.installation = new Installation(data);
        Path programs = Files.isDirectory(BUILD) ? BUILD.resolve("trial-programs") : data.resolve("bin");
        this.settings = Map.of(
                "LIENTHONG_DATA", data.toString(),
                "LIENTHONG_PROGRAMS", programs.toAbsolutePath().toString(),
                "LIENTHONG_PORT", ANY,
                "LIENTHONG_POSTGRES_PORT", ANY,
                "LIENTHONG_REDIS_PORT", ANY,
                "LIENTHONG_STANDIN_PORT", ANY);
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
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroy)); // for a trial that is broken off
        while (!installation.ready()) {
            if (!started.isAlive() || elapsed(from).compareTo(START_LIMIT) > 0) {
                throw new IOException("the hub did not start; see " + data.resolve("hub.out"));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return elapsed(from);
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String options =
                Optional.ofNullable(System.getenv("LIENTHONG_TRIAL_JVM")).orElse(OPTIONS);
        command.addAll(List.of(options.strip().split(" +")));
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

    Installation installation() {
        return installation;
    }

    Path data() {
        return data;
    }

    long pid() {
        return process == null ? -1 : process.pid();
    }

    /** The most memory its process, as it runs now, ever held. */
    long peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElse(-1);
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
}
