package vn.lienthong.infra.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes a killed server left behind: whatever still has the server's own folder as its working directory. */
record Leftovers(Path folder) {

    private static final Duration GRACE = Duration.ofSeconds(3);

    /** Lets them finish, then kills what is left. */
    void clear() {
        List<ProcessHandle> left = find();
        if (!ended(left, GRACE)) {
            left.forEach(ProcessHandle::destroyForcibly);
            ended(left, GRACE);
        }
    }

    private List<ProcessHandle> find() {
        return ProcessHandle.allProcesses().filter(this::worksHere).toList();
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(folder.toRealPath());
        } catch (IOException | UnsupportedOperationException notOursOrGone) {
            return false;
        }
    }

    /** Whether all of them ended in time. */
    static boolean ended(List<ProcessHandle> processes, Duration patience) {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
