package vn.lienthong.hub.intake.decode;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.lienthong.hub.platform.content.ContentUnavailableException;

/** Bytes from where we keep them: failing to read them is our outage, whatever the parser above makes of an exception. */
final class OwnBytes extends FilterInputStream {

    private OwnBytes(InputStream bytes) {
        super(bytes);
    }

    static InputStream of(Body body) {
        return read(() -> new OwnBytes(body.open()));
    }

    @Override
    public int read() {
        return read(in::read);
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        return read(() -> in.read(bytes, from, length));
    }

    @Override
    public long skip(long count) {
        return read(() -> in.skip(count));
    }

    @Override
    public int available() {
        return read(in::available);
    }

    @Override
    public void close() {
        read(() -> {
            in.close();
            return true;
        });
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException outage) {
            throw new ContentUnavailableException(outage);
        }
    }

    private interface Reading<T> {

        T read() throws IOException;
    }
}
