package vn.lienthong.standin.store;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of lines; callers that wait at the same time share one fsync.
 *
 * <p>A stream and not a channel: an interrupt of a server thread would close a channel for everybody.
 */
final class AcceptanceLog implements AutoCloseable {

    private final FileOutputStream file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flushed = lock.newCondition();
    private List<byte[]> pending = new ArrayList<>();
    private long appended;
    private long durable;
    private boolean flushing;
    private @Nullable Throwable failure;

    AcceptanceLog(File path) throws IOException {
        file = new FileOutputStream(path, true);
    }

    /** Queues a line and returns the ticket to wait for. */
    long append(byte[] line) {
        lock.lock();
        try {
            pending.add(line);
            return ++appended;
        } finally {
            lock.unlock();
        }
    }

    /** The ticket of the last line queued: waiting for it makes everything seen so far durable. */
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
        for (byte[] line : batch) {
            bytes.write(line);
            bytes.write('\n');
        }
        bytes.writeTo(file);
        file.getFD().sync();
    }

    void truncate() throws IOException {
        awaitDurable(last());
        file.getChannel().truncate(0);
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        awaitDurable(last());
        file.close();
    }
}
