package vn.lienthong.infra.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.lienthong.infra.StartFailure;

/** One hub per data folder: an operating-system lock, so a killed hub never leaves a stale one behind. */
record FolderLock(FileChannel channel) implements AutoCloseable {

    static FolderLock take(Path data) {
        try {
            FileChannel channel = FileChannel.open(
                    data.resolve("run").resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new StartFailure(
                        "another hub is running on " + data,
                        "stop it first, or give this one its own folder with LIENTHONG_DATA");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new StartFailure("cannot lock " + data + ": " + e.getMessage(), "check that it is writable", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
