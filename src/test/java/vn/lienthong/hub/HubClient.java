package vn.lienthong.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls a hub over HTTP with one key. */
public record HubClient(String url, String key) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        /** The last word of the problem's type. */
        public String problem() {
            return json().path("type").asString("").replace("urn:lienthong:problem:", "");
        }

        public Answer is(int status) {
            assertThat(status()).as(text()).isEqualTo(status);
            return this;
        }
    }

    /** Pushes a JSON submission and waits until each of its records has ended. */
    public JsonNode pushes(String sender, String body, Map<String, String> headers) {
        HttpRequest.Builder push = request("/api/v1/senders/" + sender + "/submissions")
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(push::setHeader);
        String outcome = "/api/v1/submissions/"
                + send(push).is(202).json().path("receipt").asString();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> gets(outcome).json(),
                        answer -> answer.path("state").asString("").equals("ENDED"));
    }

    public JsonNode pushes(String sender, String body) {
        return pushes(sender, body, Map.of());
    }

    /** Pushes a CSV file and does not wait for what becomes of it. */
    public Answer uploads(String sender, String file) {
        return send(request("/api/v1/senders/" + sender + "/submissions")
                        .setHeader("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(file)))
                .is(202);
    }

    public Answer gets(String path) {
        return gets(path, "*/*");
    }

    public Answer gets(String path, String accept) {
        return send(request(path).setHeader("Accept", accept).GET());
    }

    public Answer gets(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::setHeader);
        return send(request.GET());
    }

    public Answer posts(String path, String body) {
        return send(request(path).setHeader("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    public Answer posts(String path, String body, String accept) {
        return send(request(path)
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept", accept)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a form of a page: names and values in turn. */
    public Answer submits(String path, Map<String, String> form) {
        String fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    public Answer posts(String path, byte[] body, String type) {
        return send(request(path).setHeader("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    public Answer deletes(String path) {
        return send(request(path).DELETE());
    }

    /** The bytes of an answer of 200. */
    public byte[] download(String path) {
        try {
            HttpResponse<byte[]> answer = HTTP.send(request(path).GET().build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A value as it stands in a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(90));
        return key.isEmpty() ? request : request.setHeader("Authorization", "Bearer " + key);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
