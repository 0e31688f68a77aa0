package vn.lienthong.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A portal's own server, as far as identity calls it: it keeps the tokens it was sent and can be away. */
final class ListeningPortal implements AutoCloseable {

    private static final String FORM = "logout_token=";

    private final HttpServer server;
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    ListeningPortal() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
    }

    void answersWith(int now) {
        status = now;
    }

    /** What it was sent and took, oldest first. */
    List<String> tokens() {
        return List.copyOf(tokens);
    }

    private void take(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int answer = status;
        if (answer < 300) {
            tokens.add(
                    body.startsWith(FORM)
                            ? URLDecoder.decode(body.substring(FORM.length()), StandardCharsets.UTF_8)
                            : body);
        }
        call.sendResponseHeaders(answer, -1);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
