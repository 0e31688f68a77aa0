package vn.lienthong.hub.intake.files;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.intake.files.Offered.Content;
import vn.lienthong.hub.platform.content.ContentUnavailableException;

/**
 * A ClamAV daemon over TCP: a connection per file, {@code INSTREAM} with blocks of four bytes of length and their bytes,
 * the end told by a block of none.
 */
final class Clamd implements VirusScan {

    private static final int BLOCK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4_096;
    private static final int CONNECT_MILLIS = 3_000;
    private static final String CLEAN = "stream: OK";
    private static final String STREAM = "stream: ";
    private static final String FOUND = " FOUND";

    private final String host;
    private final int port;
    private final Duration patience;

    /** {@code patience} for each word of the daemon. */
    Clamd(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    @Override
    public Optional<String> finding(Content content) throws IOException {
        String answer = asked("zINSTREAM\0", content);
        if (answer.equals(CLEAN)) {
            return Optional.empty();
        }
        if (answer.startsWith(STREAM) && answer.endsWith(FOUND)) {
            return Optional.of(answer.substring(STREAM.length(), answer.length() - FOUND.length()));
        }
        // such as a limit below ours: no outage that ends by itself, so the record is parked and people look
        throw new IllegalStateException("clamd does not scan: " + answer);
    }

    /** Which version it is and how old its signatures are. */
    String version() throws IOException {
        return asked("zVERSION\0", null);
    }

    private String asked(String command, @Nullable Content content) throws IOException {
        try {
            return exchange(command, content);
        } catch (IOException hungUp) {
            if (content != null && !(hungUp instanceof SocketTimeoutException) && answers()) {
                throw new IllegalStateException("clamd hung up on a file; is its StreamMaxLength below ours?", hungUp);
            }
            throw new ContentUnavailableException("The virus scanner does not answer", hungUp);
        }
    }

    private boolean answers() {
        try {
            return exchange("zPING\0", null).equals("PONG");
        } catch (IOException away) {
            return false;
        }
    }

    private String exchange(String command, @Nullable Content content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout((int) patience.toMillis());
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BLOCK));
            out.write(command.getBytes(StandardCharsets.US_ASCII));
            if (content != null) {
                stream(content, out);
            }
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    private static void stream(Content content, DataOutputStream out) throws IOException {
        byte[] block = new byte[BLOCK];
        try (InputStream in = content.open()) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                out.writeInt(count);
                out.write(block, 0, count);
            }
        }
        out.writeInt(0);
    }

    private static String answer(InputStream in) throws IOException {
        var answer = new ByteArrayOutputStream();
        for (int letter = in.read(); letter > 0; letter = in.read()) {
            answer.write(letter);
            if (answer.size() > LONGEST_ANSWER) {
                throw new IOException("clamd talks too much");
            }
        }
        if (answer.size() == 0) {
            throw new EOFException("clamd hung up");
        }
        return answer.toString(StandardCharsets.US_ASCII).strip();
    }
}
