package vn.lienthong.hub.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/** One connection on which several requests follow each other. */
class KeptConnectionsTest {

    private static HttpServer pages(HttpServer server) {
        return server.host("127.0.0.1")
                .port(0)
                .route(pages -> pages.get(
                                "/later",
                                (request, response) -> response.sendString(
                                        Mono.delay(Duration.ofMillis(5)).thenReturn("later")))
                        .get("/at-once", (request, response) -> response.sendString(Mono.just("at-once")))
                        .post(
                                "/count",
                                (request, response) -> response.sendString(request.receive()
                                        .aggregate()
                                        .map(bytes -> String.valueOf(bytes.readableBytes())))));
    }

    @Test
    void readsOnAfterARequestThatWaitedIsAnsweredAtOnce() throws IOException {
        HttpServer server = pages(HttpServer.create());
        var bound = new KeptConnections().apply(server).bindNow();
        try (var socket = new Socket("127.0.0.1", bound.port())) {
            socket.setSoTimeout(10_000);
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

            asks(socket, "/later", "/at-once");
            assertThat(body(answers)).isEqualTo("later");
            assertThat(body(answers)).isEqualTo("at-once");
            asks(socket, "/at-once");
            assertThat(body(answers)).isEqualTo("at-once");
        } finally {
            bound.disposeNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/later", "/at-once"})
    void takesABodyThatCameBehindARequestStillBeingAnswered(String before) throws IOException {
        HttpServer server = pages(HttpServer.create());
        var bound = new KeptConnections().apply(server).bindNow();
        try (var socket = new Socket("127.0.0.1", bound.port())) {
            socket.setSoTimeout(10_000);
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (int times = 0; times < 200; times++) {
                asks(socket, before);
                sends(socket, 1 << 20);
                assertThat(body(answers)).isEqualTo(before.substring(1));
                assertThat(body(answers)).isEqualTo(String.valueOf(1 << 20));
            }
        } finally {
            bound.disposeNow();
        }
    }

    private static void sends(Socket socket, int bytes) throws IOException {
        socket.getOutputStream()
                .write("POST /count HTTP/1.1\r\nHost: hub\r\nContent-Length: %d\r\n\r\n"
                        .formatted(bytes)
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(new byte[bytes]);
    }

    private static void asks(Socket socket, String... paths) throws IOException {
        var requests = new StringBuilder();
        for (String path : paths) {
            requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: hub\r\n\r\n");
        }
        socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** The text of one answer that came in one chunk or with its length. */
    private static String body(BufferedReader answers) throws IOException {
        int length = -1;
        for (String line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        boolean chunked = length < 0;
        char[] text = new char[chunked ? Integer.parseInt(answers.readLine(), 16) : length];
        for (int read = 0; read < text.length; ) {
            read += answers.read(text, read, text.length - read);
        }
        if (chunked) {
            assertThat(answers.readLine() + answers.readLine() + answers.readLine())
                    .isEqualTo("0");
        }
        return new String(text);
    }
}
