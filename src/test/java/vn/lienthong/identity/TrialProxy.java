package vn.lienthong.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A reverse proxy as docs/identity.md configures one; the portal behind it answers with the header that it got. */
final class TrialProxy implements AutoCloseable {

    static final String IN = "/_lienthong/in";
    private static final String HEADER = "X-LienThong-Subject";

    private final HttpServer server;
    private final HttpClient wire = HttpClient.newHttpClient();
    private final URI identity;
    private volatile String basic = "";

    TrialProxy(URI identity) throws IOException {
        this.identity = identity;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    void shows(String client, String secret) {
        basic = "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange call) throws IOException {
        URI asked = call.getRequestURI();
        try {
            if (asked.getPath().equals(IN)) {
                enter(call, ask("/proxy/session?" + asked.getRawQuery(), call));
            } else {
                judge(call, ask("/proxy/auth", call));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            call.close();
        }
    }

    private static void enter(HttpExchange call, HttpResponse<String> answer) throws IOException {
        answer.headers()
                .allValues("Set-Cookie")
                .forEach(cookie -> call.getResponseHeaders().add("Set-Cookie", cookie));
        answer.headers()
                .firstValue("Location")
                .ifPresent(to -> call.getResponseHeaders().add("Location", to));
        call.sendResponseHeaders(answer.statusCode(), -1);
    }

    private void judge(HttpExchange call, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == 401) {
            String service = URLEncoder.encode(address() + IN, StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Location", identity + "/cas/login?service=" + service);
            call.sendResponseHeaders(302, -1);
            return;
        }
        // what a browser sends under this name never gets through
        byte[] seen = answer.headers().firstValue(HEADER).orElse("").getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(answer.statusCode() == 200 ? 200 : 500, 0);
        try (OutputStream body = call.getResponseBody()) {
            body.write(seen);
        }
    }

    private HttpResponse<String> ask(String path, HttpExchange call) throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(URI.create(identity + path))
                .header("Authorization", basic)
                .header("X-Original-Method", call.getRequestMethod())
                .header("X-Original-Host", call.getRequestHeaders().getFirst("Host"))
                .header("X-Original-URI", call.getRequestURI().toString());
        String cookies = call.getRequestHeaders().getFirst("Cookie");
        if (cookies != null) {
            question.header("Cookie", cookies);
        }
        return wire.send(question.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.stop(0);
        wire.shutdownNow();
    }
}
