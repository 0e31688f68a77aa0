package vn.lienthong.infra.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The servers of a hub that was killed: still running, known by their process id and start instant. */
final class Orphans {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Orphans() {}

    /** Ends them side by side. */
    static void end(Path data, Consumer<String> announce) {
        CompletableFuture.allOf(List.of("postgres", "redis", "stand-in").stream()
                        .map(id -> CompletableFuture.runAsync(() -> end(data, id, announce)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static void end(Path data, String id, Consumer<String> announce) {
        PidFile pidFile = Supervised.pidFile(data, id);
        pidFile.living().ifPresent(process -> {
            announce.accept("Stopping %s (pid %d), left over from a hub that was killed.".formatted(id, process.pid()));
            Platform.signal(id.equals("postgres") ? "INT" : "TERM", process);
            if (!Leftovers.ended(List.of(process), PATIENCE)) {
                process.destroyForcibly();
                Leftovers.ended(List.of(process), PATIENCE);
            }
        });
        pidFile.delete();
    }
}
