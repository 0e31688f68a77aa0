package vn.lienthong.hub.notify.notices;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.notify.notices.Delivery.Verdict;

/** An SMS gateway over HTTP: the code in the body decides, a 200 with an error in it is a failure. */
final class HttpSms implements Gateway {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long LONGEST_ANSWER = 64 * 1024;
    private static final int OK_FROM = 200;
    private static final int REFUSED_FROM = 400;
    private static final int FAILED_FROM = 500;
    private static final int TOO_MANY = 429;

    private final SmsRules rules;
    private final URI url;
    private final String secret;
    private final HttpClient http;

    HttpSms(SmsRules rules, URI url, String secret) {
        this.rules = rules;
        this.url = url;
        this.secret = secret;
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(rules.timeoutSeconds()))
                .build();
    }

    @Override
    public String name() {
        return "sms-http";
    }

    @Override
    public boolean recognisesRepeats() {
        return rules.recognisesRepeats();
    }

    @Override
    public Delivery send(Message message) {
        try {
            return judged(http.send(request(message), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER)));
        } catch (ConnectException | HttpConnectTimeoutException notReached) {
            return Delivery.of(Verdict.UNAVAILABLE, "the gateway is not reached");
        } catch (IOException broken) {
            return Delivery.of(
                    Verdict.UNKNOWN, "no answer: " + broken.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Delivery.of(Verdict.UNKNOWN, "interrupted while waiting for the answer");
        }
    }

    private HttpRequest request(Message message) {
        String body = rules.body()
                .replace("{to}", json(message.to()))
                .replace("{id}", json(message.id()))
                .replace("{secret}", json(secret))
                .replace("{text}", json(message.text()));
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(rules.timeoutSeconds()))
                .POST(BodyPublishers.ofString(body));
        rules.headers().forEach((name, value) -> request.setHeader(name, value.replace("{secret}", secret)));
        return request.build();
    }

    private Delivery judged(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == TOO_MANY) {
            return Delivery.of(Verdict.UNAVAILABLE, "HTTP 429");
        }
        if (status >= FAILED_FROM) {
            return Delivery.of(Verdict.UNKNOWN, "HTTP " + status);
        }
        if (status >= REFUSED_FROM) {
            return Delivery.of(Verdict.REFUSED, "HTTP " + status);
        }
        return status < OK_FROM ? Delivery.of(Verdict.UNKNOWN, "HTTP " + status) : byCode(answer.body());
    }

    private Delivery byCode(String body) {
        String code = code(body);
        if (code.isEmpty()) {
            return Delivery.of(Verdict.UNKNOWN, "the answer has no result code");
        }
        if (rules.success().contains(code)) {
            return Delivery.of(Verdict.SENT, "code " + code);
        }
        return Delivery.of(rules.permanent().contains(code) ? Verdict.REFUSED : Verdict.UNAVAILABLE, "code " + code);
    }

    private String code(String body) {
        try {
            JsonNode at = JSON.readTree(body).at(rules.codeAt());
            return at.isValueNode() ? at.asString("") : "";
        } catch (JacksonException notJson) {
            return "";
        }
    }

    /** As it stands between the quotation marks of the template. */
    private static String json(String text) {
        String quoted = JSON.writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
