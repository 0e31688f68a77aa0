package vn.lienthong.hub.platform.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Primary;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.infra.HubHome;
import vn.lienthong.trust.MasterKey;

/** A content store whose disk fails when told to, and then works again; not annotated, so that no scan finds it. */
@Primary
public final class FlakyContentStore extends FolderContentStore {

    private final AtomicInteger writesToFail = new AtomicInteger();
    private final AtomicInteger readsToFail = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile int failAfter;
    private volatile CountDownLatch hanging = new CountDownLatch(0);

    FlakyContentStore(HubHome home, NodeName node, MasterKey master) {
        super(home, node, master);
    }

    public void failNextWrite() {
        writesToFail.set(1);
    }

    /** The next content that is opened breaks off behind so many bytes. */
    public void failNextReadAfter(int bytes) {
        failAfter = bytes;
        readsToFail.set(1);
    }

    /** Nothing can be written until {@link #goOn()}. */
    public void hang() {
        hanging = new CountDownLatch(1);
    }

    public void goOn() {
        hanging.countDown();
    }

    /** How many writes and how many opened contents have failed so far. */
    public int failures() {
        return failures.get();
    }

    @Override
    public ContentSink open() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return super.open();
    }

    @Override
    public ContentRef put(InputStream content) {
        if (writesToFail.getAndSet(0) > 0) {
            failures.incrementAndGet();
            throw new ContentUnavailableException(broken());
        }
        return super.put(content);
    }

    @Override
    public InputStream open(String sha256) {
        InputStream content = super.open(sha256);
        if (readsToFail.getAndSet(0) == 0) {
            return content;
        }
        failures.incrementAndGet();
        return new BreakingOff(content, failAfter);
    }

    private static IOException broken() {
        return new IOException("Input/output error");
    }

    private static final class BreakingOff extends FilterInputStream {

        private int left;

        BreakingOff(InputStream content, int left) {
            super(content);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0) {
                throw broken();
            }
            int count = super.read(bytes, from, Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }
}
