package vn.lienthong.hub.intake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system that calls the hub with one key: what it sends, what it is answered. */
record DoorClient(String url, String key) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back. */
    record Answer(int status, Map<String, String> headers, JsonNode body) {

        String text(String field) {
            return body.path(field).asString("");
        }

        String receipt() {
            return text("receipt");
        }

        /** The last word of the problem's type. */
        String problem() {
            return text("type").replace("urn:lienthong:problem:", "");
        }
    }

    Answer pushes(String sender, String body) {
        return pushes(sender, body, Map.of());
    }

    Answer pushes(String sender, String body, Map<String, String> headers) {
        return pushes(sender, BodyPublishers.ofString(body, StandardCharsets.UTF_8), headers);
    }

    Answer pushes(String sender, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = request("/api/v1/senders/" + sender + "/submissions")
                .setHeader("Content-Type", "application/json")
                .POST(body);
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    Answer asks(String path) {
        return asks(path, Map.of());
    }

    Answer asks(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    Answer calls(String method, String path, String body) {
        return send(request(path)
                .setHeader("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
        return key.isEmpty() ? request : request.setHeader("Authorization", "Bearer " + key);
    }

    private static Answer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            Map<String, String> headers = response.headers().map().entrySet().stream()
                    .collect(java.util.stream.Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().getFirst()));
            String body = response.body().isBlank() ? "{}" : response.body();
            return new Answer(
                    response.statusCode(), headers, JsonMapper.shared().readTree(body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
