package vn.lienthong.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import vn.lienthong.infra.PartAddresses.Database;

/** An address of a database at which nobody listens until it opens; from then on it leads to the real one. */
final class LateDatabase implements AutoCloseable {

    private final Database real;
    private final URI there;
    private final int port = FreePort.next();
    private volatile @Nullable ServerSocket door;

    LateDatabase(Database real) {
        this.real = real;
        this.there = URI.create(real.url().replaceFirst("^jdbc:", ""));
    }

    Database address() {
        String url = real.url().replace(there.getHost() + ":" + there.getPort(), "127.0.0.1:" + port);
        return new Database(url, real.user(), real.password());
    }

    void opens() {
        try {
            var open = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            door = open;
            Thread.ofVirtual().start(() -> accept(open));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket open) {
        try {
            while (!open.isClosed()) {
                Socket near = open.accept();
                Socket far = new Socket(there.getHost(), there.getPort());
                Thread.ofVirtual().start(() -> pump(near, far));
                Thread.ofVirtual().start(() -> pump(far, near));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException closed) {
            // one side hung up
        }
    }

    @Override
    public void close() throws IOException {
        ServerSocket open = door;
        if (open != null) {
            open.close();
        }
    }
}
