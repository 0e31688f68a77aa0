package vn.lienthong.hub.console.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The stream of changes as a browser holds it open. */
final class ChangesOf implements AutoCloseable {

    private final Set<String> areas = ConcurrentHashMap.newKeySet();
    private final HttpClient http = HttpClient.newHttpClient();
    private final InputStream body;

    ChangesOf(ConsoleVisitor visitor, String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header(
                        "Cookie",
                        "LTCONSOLE=" + visitor.browser.cookie("LTCONSOLE").orElseThrow())
                .build();
        try {
            body = http.send(request, BodyHandlers.ofInputStream()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(body))) {
            lines.lines()
                    .filter(line -> line.startsWith("data:"))
                    .forEach(line -> areas.addAll(
                            Set.of(line.substring("data:".length()).strip().split(" "))));
        } catch (IOException | UncheckedIOException closed) {
            // the test is over
        }
    }

    boolean named(String area) {
        return areas.contains(area);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
