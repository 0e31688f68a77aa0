package vn.lienthong.infra.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.infra.StartFailure;

/** Keeps one server running: starts it, starts it again whenever it dies, and stops it for good. */
final class Supervised implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Supervised.class);
    private static final Duration SHORTEST_POLL = Duration.ofMillis(40);
    private static final Duration LONGEST_POLL = Duration.ofMillis(400);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration TIME_TO_END = Duration.ofSeconds(20);
    private static final long LARGEST_LOG = 10L * 1024 * 1024;

    private final Server server;
    private final PidFile pidFile;
    private final Path logFile;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Set<String> saidLately = new HashSet<>();
    private @Nullable Process process;

    Supervised(Server server, Path data) {
        this.server = server;
        this.pidFile = pidFile(data, server.id());
        this.logFile = data.resolve("logs").resolve(server.id() + ".log");
    }

    static PidFile pidFile(Path data, String id) {
        return new PidFile(data.resolve("run").resolve(id + ".pid"));
    }

    /** Starts it and returns when it answers; without an answer only an essential server fails the start. */
    void start() {
        try {
            Process first = launch();
            awaitFirstAnswer(first);
            Thread.ofVirtual().name("supervise-" + server.id()).start(() -> superviseFrom(first));
        } catch (IOException e) {
            throw new StartFailure(
                    server.title() + " cannot be started: " + e.getMessage(), "see " + logFile.getParent(), e);
        }
    }

    private synchronized Process launch() throws IOException {
        if (isStopped()) {
            throw new IOException("the hub is stopping");
        }
        server.prepare();
        turnLog();
        Process launched = server.command()
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(logFile.toFile()))
                .start();
        pidFile.write(launched.toHandle());
        process = launched;
        return launched;
    }

    private void awaitFirstAnswer(Process first) {
        try {
            awaitAnswer(first);
        } catch (StartFailure e) {
            if (server.isEssential()) {
                throw e;
            }
            log.warn("{} The hub starts without it and keeps trying.", e.getMessage());
        }
    }

    private void awaitAnswer(Process launched) {
        long end = System.nanoTime() + server.patience().toNanos();
        Duration poll = SHORTEST_POLL;
        while (!isStopped() && !server.answers()) {
            if (!launched.isAlive()) {
                throw new StartFailure(
                        "%s ended at once with status %d: %s"
                                .formatted(server.title(), launched.exitValue(), lastWords()),
                        "see " + logFile);
            }
            if (System.nanoTime() > end) {
                throw new StartFailure(
                        server.title() + " does not answer after "
                                + server.patience().toSeconds() + " s",
                        "see " + logFile);
            }
            pause(poll);
            poll = longer(poll, LONGEST_POLL);
        }
    }

    private void superviseFrom(Process first) {
        Process current = first;
        Duration pause = SHORTEST_PAUSE;
        while (!isStopped()) {
            long since = System.nanoTime();
            int status = current.onExit().join().exitValue();
            if (isStopped()) {
                return;
            }
            boolean stood = Duration.ofNanos(System.nanoTime() - since).compareTo(LONGEST_PAUSE) > 0;
            pause = stood ? SHORTEST_PAUSE : longer(pause, LONGEST_PAUSE);
            say("%s ended with status %d: starting it again".formatted(server.title(), status));
            pause(pause);
            current = startAgain(current);
        }
    }

    private static Duration longer(Duration pause, Duration longest) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /** Answers the new process, or the dead one when it could not be started this time. */
    private Process startAgain(Process dead) {
        long began = System.nanoTime();
        try {
            Process again = launch();
            awaitAnswer(again);
            say("%s is back after %d ms"
                    .formatted(
                            server.title(),
                            Duration.ofNanos(System.nanoTime() - began).toMillis()));
            return again;
        } catch (IOException | RuntimeException e) {
            say("%s did not come back yet: %s".formatted(server.title(), e.getMessage()));
            return current(dead);
        }
    }

    /** A server that keeps failing in the same way is told once, not every few seconds. */
    private void say(String news) {
        if (!isStopped() && saidLately.add(news)) {
            log.warn(news);
        }
        if (news.contains(" is back ")) {
            saidLately.clear();
        }
    }

    private synchronized Process current(Process otherwise) {
        return process == null ? otherwise : process;
    }

    @Override
    public void close() {
        stopped.countDown();
        Process last;
        synchronized (this) {
            last = process;
        }
        if (last != null) {
            end(server, last.toHandle());
            pidFile.delete();
        }
    }

    /** Ends a process in an orderly way, and by force when it does not listen. */
    static void end(Server server, ProcessHandle process) {
        server.askToEnd(process);
        if (!Leftovers.ended(List.of(process), TIME_TO_END)) {
            log.warn("{} does not end: killing it", server.title());
            process.destroyForcibly();
            Leftovers.ended(List.of(process), TIME_TO_END);
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause(Duration time) {
        try {
            stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turnLog() throws IOException {
        if (Files.exists(logFile) && Files.size(logFile) > LARGEST_LOG) {
            Files.move(
                    logFile, logFile.resolveSibling(logFile.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(logFile);
            return lines.isEmpty() ? "(its log is empty)" : lines.getLast();
        } catch (IOException unreadable) {
            return "(no log)";
        }
    }
}
