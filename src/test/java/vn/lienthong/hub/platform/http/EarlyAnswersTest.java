package vn.lienthong.hub.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** A caller who sends all it has before it looks for an answer, which came long ago. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlyAnswersTest {

    private static final byte[] MEGABYTE = new byte[1 << 20];
    /** More than the buffers of a connection hold. */
    private static final int MEGABYTES = 40;

    private final DisposableServer server = new EarlyAnswers()
            .apply(HttpServer.create()
                    .host("127.0.0.1")
                    .port(0)
                    .route(pages -> pages.post("/at-once", (request, response) -> refused(response))
                            .post(
                                    "/elsewhere",
                                    (request, response) -> Mono.fromRunnable(() -> {})
                                            .publishOn(Schedulers.parallel())
                                            .thenMany(refused(response)))
                            .post(
                                    "/on-the-way",
                                    (request, response) ->
                                            request.receive().take(3).thenMany(refused(response)))
                            .get("/after", (request, response) -> says(response, "after"))))
            .bindNow();

    private static Publisher<Void> refused(HttpServerResponse response) {
        return says(response.status(413), "too large");
    }

    private static Publisher<Void> says(HttpServerResponse response, String line) {
        return response.header("Content-Length", String.valueOf(line.length() + 1))
                .sendString(Mono.just(line + "\n"));
    }

    @AfterAll
    void stop() {
        server.disposeNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/at-once", "/elsewhere", "/on-the-way"})
    void readsTheRestAndKeepsTheConnection(String path) throws IOException {
        try (var socket = connected()) {
            for (int times = 0; times < 3; times++) {
                sends(socket, path, "keep-alive");
                var answers = answers(socket);
                assertThat(answers.readLine()).contains(" 413 ");
                skipsTo(answers, "too large");
            }
            socket.getOutputStream().write(ascii("GET /after HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n"));
            skipsTo(answers(socket), "after");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/at-once", "/elsewhere", "/on-the-way"})
    void readsTheRestBeforeItClosesAConnectionThatTheCallerWantsClosed(String path) throws IOException {
        try (var socket = connected()) {
            sends(socket, path, "close");
            var answers = answers(socket);
            assertThat(answers.readLine()).contains(" 413 ");
            skipsTo(answers, "too large");
            assertThat(answers.readLine()).as("the end of the connection").isNull();
        }
    }

    @Test
    void closesAConnectionWhoseRestDoesNotEnd() {
        var channel = new EmbeddedChannel(new EarlyAnswers.RestOfBody());
        asks(channel);
        answers(channel, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        passes(channel, EarlyAnswers.PATIENCE.toSeconds() - 1);
        assertThat(channel.isOpen()).isTrue();
        channel.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[10])));
        passes(channel, 2);
        assertThat(channel.isOpen()).isFalse();
        channel.finishAndReleaseAll();
    }

    @Test
    void leavesAConnectionOpenWhoseRestHasCome() {
        var channel = new EmbeddedChannel(new EarlyAnswers.RestOfBody());
        asks(channel);
        answers(channel, HttpResponseStatus.UNAUTHORIZED);
        channel.writeInbound(new DefaultLastHttpContent());
        asks(channel);
        passes(channel, 2 * EarlyAnswers.PATIENCE.toSeconds());
        assertThat(channel.isOpen()).isTrue();
        channel.finishAndReleaseAll();
    }

    @Test
    void waitsForTheRestBeforeItCloses() {
        var channel = new EmbeddedChannel(new EarlyAnswers.RestOfBody());
        asks(channel);
        answers(channel, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        channel.close();
        assertThat(channel.isOpen()).isTrue();
        channel.writeInbound(new DefaultLastHttpContent());
        assertThat(channel.isOpen()).isFalse();
        channel.finishAndReleaseAll();
    }

    @Test
    void takesTheWordToGoOnForNoAnswer() {
        var channel = new EmbeddedChannel(new EarlyAnswers.RestOfBody());
        asks(channel);
        answers(channel, HttpResponseStatus.CONTINUE);
        passes(channel, 2 * EarlyAnswers.PATIENCE.toSeconds());
        assertThat(channel.isOpen()).isTrue();
        channel.finishAndReleaseAll();
    }

    @Test
    void leavesTheNextRequestItsTimeWhenTheOneBeforeIsAnswered() {
        var channel = new EmbeddedChannel(new EarlyAnswers.RestOfBody());
        asks(channel);
        channel.writeInbound(new DefaultLastHttpContent());
        asks(channel);
        answers(channel, HttpResponseStatus.OK);
        passes(channel, 2 * EarlyAnswers.PATIENCE.toSeconds());
        assertThat(channel.isOpen()).isTrue();
        channel.writeOneOutbound(new DefaultHttpContent(Unpooled.EMPTY_BUFFER))
                .addListener(ChannelFutureListener.CLOSE);
        channel.flushOutbound();
        assertThat(channel.isOpen()).as("an answer that broke off").isFalse();
        channel.finishAndReleaseAll();
    }

    private static void asks(EmbeddedChannel channel) {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
    }

    private static void answers(EmbeddedChannel channel, HttpResponseStatus status) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
    }

    private static void passes(EmbeddedChannel channel, long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    private Socket connected() throws IOException {
        var socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void sends(Socket socket, String path, String connection) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(ascii("POST %s HTTP/1.1\r\nHost: hub\r\nConnection: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(path, connection, (long) MEGABYTES * MEGABYTE.length)));
        for (int sent = 0; sent < MEGABYTES; sent++) {
            out.write(MEGABYTE);
        }
    }

    private static BufferedReader answers(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static void skipsTo(BufferedReader answers, String line) throws IOException {
        assertThat(answers.lines().anyMatch(line::equals)).as(line).isTrue();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
