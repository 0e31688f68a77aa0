package vn.lienthong.standin.store;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file; callers that wait at the same time share one fsync.
 *
 * <p>A stream and not a channel: an interrupt of a server thread would close a channel for everybody.
 */
final class AcceptanceLog implements AutoCloseable {

    private final File path;
    private final FileOutputStream file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flushed = lock.newCondition();
    private List<byte[]> pending = new ArrayList<>();
    private long origin;
    private long appended;
    private long durable;
    private boolean flushing;
    private @Nullable Throwable failure;

    AcceptanceLog(File path) throws IOException {
        this.path = path;
        origin = -path.length();
        file = new FileOutputStream(path, true);
    }

    /** Queues a block and returns where in the file it will stand. */
    long append(byte[] block) {
        lock.lock();
        try {
            long start = appended - origin;
            pending.add(block);
            appended += block.length;
            return start;
        } finally {
            lock.unlock();
        }
    }

    /** How many bytes were queued since the start: waiting for them makes everything seen so far durable. */
    long last() {
        lock.lock();
        try {
            return appended;
        } finally {
            lock.unlock();
        }
    }

    void awaitDurable(long ticket) {
        lock.lock();
        try {
            while (durable < ticket) {
                if (failure != null) {
                    throw new IllegalStateException("the stand-in cannot write its log", failure);
                }
                if (flushing) {
                    flushed.awaitUninterruptibly();
                } else {
                    flush();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Entered and left with the lock held, which is free while the disk works. */
    private void flush() {
        flushing = true;
        List<byte[]> batch = pending;
        pending = new ArrayList<>();
        long upTo = appended;
        lock.unlock();
        Throwable problem = null;
        try {
            write(batch);
        } catch (IOException | RuntimeException | Error e) {
            problem = e;
        }
        lock.lock();
        flushing = false;
        failure = problem;
        durable = problem == null ? upTo : durable;
        flushed.signalAll();
    }

    private void write(List<byte[]> batch) throws IOException {
        var bytes = new ByteArrayOutputStream();
        batch.forEach(bytes::writeBytes);
        bytes.writeTo(file);
        file.getFD().sync();
    }

    /** Reads back a record that is durable already. */
    byte[] read(Place place) {
        try (var reader = new RandomAccessFile(path, "r")) {
            byte[] record = new byte[place.length()];
            reader.seek(place.offset());
            reader.readFully(record);
            return record;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void truncate() throws IOException {
        awaitDurable(last());
        file.getChannel().truncate(0);
        origin = appended;
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        awaitDurable(last());
        file.close();
    }
}
