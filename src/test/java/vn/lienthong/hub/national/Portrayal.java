package vn.lienthong.hub.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stand-in portal as a test speaks of it. */
public final class Portrayal {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    public Portrayal(URI address) {
        this.address = address;
    }

    /** Misbehaves until told otherwise. */
    public void misbehaves(String fault) {
        send("PUT", "/stand-in/faults", fault);
    }

    public void behaves() {
        send("DELETE", "/stand-in/faults", "");
    }

    public void forgetsSessions() {
        send("DELETE", "/stand-in/sessions", "");
    }

    public void forgetsEverything() {
        send("POST", "/stand-in/reset", "");
    }

    public JsonNode report() {
        return send("GET", "/stand-in/report", "");
    }

    public JsonNode calls() {
        return send("GET", "/stand-in/calls?limit=1000", "");
    }

    public JsonNode dossier(String code) {
        return send("GET", "/stand-in/dossiers?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8), "");
    }

    public boolean has(String code) {
        return dossier(code).path("code").asString("").equals(code);
    }

    /** Statuses of the steps in the order in which they arrived. */
    public List<Integer> steps(String code) {
        return StreamSupport.stream(dossier(code).path("steps").spliterator(), false)
                .map(step -> Integer.parseInt(step.path("status").asString()))
                .toList();
    }

    private JsonNode send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
