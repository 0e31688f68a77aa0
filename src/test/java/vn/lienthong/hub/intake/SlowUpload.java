package vn.lienthong.hub.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** A push whose bytes do not come, or come one by one, and what it is answered. */
record SlowUpload(DoorUnderTest door, String sender, String framing) {

    private static final int ANSWER_WITHIN_MILLIS = 20_000;

    /** Sends a few bytes and then nothing. */
    List<String> stalls() throws IOException {
        try (Socket socket = begin()) {
            socket.getOutputStream().write(ascii(part()));
            return answer(socket);
        }
    }

    /** Sends on and on, a few bytes at a time. */
    List<String> trickles() throws IOException {
        try (Socket socket = begin()) {
            OutputStream out = socket.getOutputStream();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        out.write(ascii(part()));
                        return socket.getInputStream().available() > 0;
                    });
            return answer(socket);
        }
    }

    private Socket begin() throws IOException {
        URI url = URI.create(door.url());
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(ANSWER_WITHIN_MILLIS);
        socket.getOutputStream()
                .write(ascii(String.join(
                        "\r\n",
                        "POST /api/v1/senders/" + sender + "/submissions HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/json",
                        "X-Api-Key: " + door.key(sender),
                        framing,
                        "",
                        "")));
        return socket;
    }

    private String part() {
        return framing.contains("chunked") ? "2\r\n[1\r\n" : "[1";
    }

    /** The lines of the answer up to its end or to what can be read of it. */
    private static List<String> answer(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        return in.lines().takeWhile(line -> !line.isEmpty()).toList();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
