package vn.lienthong.standin.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines as bytes: a log of many days must be read within seconds, and a torn line must be told from a whole one. */
final class Lines implements AutoCloseable {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; null when the file ends before the line does. */
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream(2048);
        while (hasMore()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.write(buffer, from, at - from);
            if (at < end) {
                at++;
                return line.toByteArray();
            }
        }
        return null;
    }

    boolean hasMore() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(in.read(buffer), 0);
        }
        return at < end;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
