package vn.lienthong.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls a stand-in as the hub would, and turns its switches. */
final class Caller {

    static final String PASSWORD = "a-test-password";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String url;
    private String session = "";

    Caller(String url) {
        this.url = url;
    }

    JsonNode logIn(String password) {
        ObjectNode login = JSON.createObjectNode().put("username", "lienthong").put("password", password);
        JsonNode reply = JSON.readTree(post("/mapi/login", login.toString()).body());
        session = reply.path("session").asString("");
        return reply;
    }

    Caller loggedIn() {
        logIn(PASSWORD);
        return this;
    }

    JsonNode creates(ObjectNode... dossiers) {
        return call(dossierCall("False", dossiers));
    }

    JsonNode updates(ObjectNode... dossiers) {
        return call(dossierCall("True", dossiers));
    }

    ObjectNode dossierCall(String updating, ObjectNode... dossiers) {
        ObjectNode call = envelope("DongBoHoSoMC").put("isUpdating", updating);
        call.putArray("data").addAll(List.of(dossiers));
        return call;
    }

    JsonNode progresses(ObjectNode... steps) {
        return call(stepCall(steps));
    }

    ObjectNode stepCall(ObjectNode... steps) {
        ObjectNode call = envelope("CapNhatTienDoHoSoMC");
        call.putArray("data").addAll(List.of(steps));
        return call;
    }

    JsonNode looksUp(String code) {
        return call(envelope("TraCuuHoSo").put("mahoso", code)).path("result");
    }

    ObjectNode envelope(String service) {
        ObjectNode envelope = JSON.createObjectNode();
        return envelope.put("session", session).put("madonvi", "000.00.00.H52").put("service", service);
    }

    JsonNode call(JsonNode body) {
        return JSON.readTree(raw(body).body());
    }

    HttpResponse<String> raw(JsonNode body) {
        return post("/mapi/g", body.toString());
    }

    HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).POST(BodyPublishers.ofString(body)));
    }

    JsonNode get(String path) {
        return JSON.readTree(
                send(HttpRequest.newBuilder(URI.create(url + path))).body());
    }

    JsonNode put(String path, String body) {
        return JSON.readTree(send(HttpRequest.newBuilder(URI.create(url + path)).PUT(BodyPublishers.ofString(body)))
                .body());
    }

    JsonNode delete(String path) {
        return JSON.readTree(
                send(HttpRequest.newBuilder(URI.create(url + path)).DELETE()).body());
    }

    JsonNode report() {
        return get("/stand-in/report");
    }

    /** Sets the switch for the next call only. */
    void once(String mode) {
        put("/stand-in/faults", "{\"mode\":\"%s\",\"count\":1}".formatted(mode));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return url;
    }
}
