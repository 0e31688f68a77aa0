package vn.lienthong.trial;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** A standalone hub seen from outside: where its data folder says it listens, and the secrets it made for itself. */
record Installation(Path data) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** An address of the hub. */
    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port("hub") + path);
    }

    /** An address of its stand-in for the national portal. */
    URI standInUri(String path) {
        return URI.create("http://127.0.0.1:" + port("stand-in") + path);
    }

    int port(String part) {
        Properties ports = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("run").resolve("ports"))) {
            ports.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("no hub has run on " + data, e);
        }
        return Integer.parseInt(ports.getProperty(part, "0"));
    }

    /** Whether this hub has a key for the sender. */
    boolean knows(String sender) {
        return Files.exists(data.resolve("secrets").resolve("keys").resolve(sender));
    }

    /** A secret such as {@code postgres} or {@code keys/operator}. */
    String secret(String name) {
        try {
            return Files.readString(data.resolve("secrets").resolve(name)).trim();
        } catch (IOException e) {
            throw new UncheckedIOException("the hub has no secret " + name, e);
        }
    }

    boolean ready() {
        if (!Files.exists(data.resolve("run").resolve("ports"))) {
            return false;
        }
        try {
            HttpRequest ask = HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
