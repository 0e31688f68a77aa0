package vn.lienthong.hub.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A push over a plain socket of far more megabytes than agreed, by a client that looks for an answer as it sends. */
final class Flood {

    private static final byte[] MEGABYTE = new byte[1 << 20];
    private static final int ANSWER_WITHIN_MILLIS = 20_000;

    private final DoorUnderTest door;
    private final String sender;
    private final int megabytes;

    private Flood(DoorUnderTest door, String sender, int megabytes) {
        this.door = door;
        this.sender = sender;
        this.megabytes = megabytes;
    }

    record Result(String statusLine, int megabytesSent) {}

    static Flood of(DoorUnderTest door, String sender, int megabytes) {
        return new Flood(door, sender, megabytes);
    }

    Result announced() throws IOException {
        return send("Content-Length: " + (long) megabytes * MEGABYTE.length, "", "");
    }

    Result chunked() throws IOException {
        return send("Transfer-Encoding: chunked", Integer.toHexString(MEGABYTE.length) + "\r\n", "\r\n");
    }

    void hangsUpAfter(int sent) throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = begin(socket, "Content-Length: " + 40L * MEGABYTE.length);
            for (int i = 0; i < sent; i++) {
                out.write(MEGABYTE);
            }
        }
    }

    private Result send(String framing, String before, String after) throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = begin(socket, framing);
            int sent = 0;
            try {
                for (; sent < megabytes && socket.getInputStream().available() == 0; sent++) {
                    out.write(ascii(before));
                    out.write(MEGABYTE);
                    out.write(ascii(after));
                }
            } catch (SocketException refusedInTheMiddle) {
                // the answer is there all the same
            }
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return new Result(Objects.requireNonNull(in.readLine(), "no answer"), sent);
        }
    }

    private Socket connect() throws IOException {
        URI url = URI.create(door.url());
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(ANSWER_WITHIN_MILLIS);
        return socket;
    }

    private OutputStream begin(Socket socket, String framing) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(ascii(String.join(
                "\r\n",
                "POST /api/v1/senders/" + sender + "/submissions HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "X-Api-Key: " + door.key(sender),
                framing,
                "",
                "")));
        return out;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
