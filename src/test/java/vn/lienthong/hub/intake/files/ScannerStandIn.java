package vn.lienthong.hub.intake.files;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks as clamd does: {@code zPING}, {@code zVERSION} and {@code zINSTREAM}, and knows one virus. */
final class ScannerStandIn implements Closeable {

    /** What every scanner finds for a test (eicar.org); in two parts so that none finds it in this file. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private final int most;
    private final AtomicInteger scanned = new AtomicInteger();
    private volatile ServerSocket door;
    private volatile boolean open = true;

    private ScannerStandIn(int most) {
        this.most = most;
        this.door = listen(0);
        accept();
    }

    /** {@code most} is its StreamMaxLength. */
    static ScannerStandIn start(int most) {
        return new ScannerStandIn(most);
    }

    int port() {
        return door.getLocalPort();
    }

    int scanned() {
        return scanned.get();
    }

    /** Nobody listens any more, until {@link #back}. */
    void goesAway() {
        shut(door);
    }

    void back() {
        door = listen(door.getLocalPort());
        accept();
    }

    @Override
    public void close() {
        open = false;
        shut(door);
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void accept() {
        ServerSocket here = door;
        Thread.ofVirtual().start(() -> {
            while (open && !here.isClosed()) {
                try (Socket caller = here.accept()) {
                    answer(caller);
                } catch (IOException gone) {
                    // the next one may come
                }
            }
        });
    }

    private void answer(Socket caller) throws IOException {
        DataInputStream in = new DataInputStream(caller.getInputStream());
        String reply = switch (word(in)) {
            case "zPING" -> "PONG";
            case "zVERSION" -> "ClamAV 1.4.3/27800/Sat Nov 21 08:00:00 2026";
            case "zINSTREAM" -> scan(in);
            default -> "UNKNOWN COMMAND";
        };
        caller.getOutputStream().write((reply + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    private String scan(DataInputStream in) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            if (stream.size() + length > most) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            stream.write(in.readNBytes(length));
        }
        scanned.incrementAndGet();
        return stream.toString(StandardCharsets.ISO_8859_1).contains(EICAR)
                ? "stream: Eicar-Test-Signature FOUND"
                : "stream: OK";
    }

    private static String word(DataInputStream in) throws IOException {
        StringBuilder word = new StringBuilder();
        for (int letter = in.read(); letter > 0; letter = in.read()) {
            word.append((char) letter);
        }
        return word.toString();
    }

    private static void shut(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
