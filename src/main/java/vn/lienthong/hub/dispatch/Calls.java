package vn.lienthong.hub.dispatch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Calls a system. The id of the message travels as {@code Idempotency-Key}; {@code {secret}} in a header is the
 * environment's {@code LIENTHONG_DISPATCH_SECRET_<SYSTEM>}.
 */
@Component
class Calls {

    private static final long LONGEST_REPLY = 64 * 1024;
    private static final String SECRET = "LIENTHONG_DISPATCH_SECRET_";

    private final Environment environment;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Calls(Environment environment) {
        this.environment = environment;
    }

    /** What came back; without a status nothing did, and {@code sent} says whether the message may have arrived. */
    record Back(int status, String body, boolean sent) {

        static Back nothing(Throwable why, boolean sent) {
            return new Back(0, why.getClass().getSimpleName(), sent);
        }

        boolean answered() {
            return status > 0;
        }
    }

    Back tell(Message message, SystemTerms rules, byte[] body) {
        return call(builder(message, rules, rules.url())
                .header("Content-Type", rules.words(message.kind()).contentType())
                .POST(BodyPublishers.ofByteArray(body)));
    }

    Back ask(Message message, SystemTerms rules, String address) {
        String url = address.replace("{id}", message.reference())
                .replace("{code}", URLEncoder.encode(message.code(), StandardCharsets.UTF_8));
        return call(builder(message, rules, url).GET());
    }

    private HttpRequest.Builder builder(Message message, SystemTerms rules, String url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(rules.patience())
                .header("Idempotency-Key", message.reference())
                .header("X-Correlation-Id", message.correlationId());
        String secret = environment.getProperty(
                SECRET + message.system().toUpperCase(Locale.ROOT).replace('-', '_'), "");
        for (Map.Entry<String, String> header : rules.headers().entrySet()) {
            request.setHeader(header.getKey(), header.getValue().replace("{secret}", secret));
        }
        return request;
    }

    private Back call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> reply =
                    http.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_REPLY));
            return new Back(reply.statusCode(), reply.body(), true);
        } catch (ConnectException | HttpConnectTimeoutException away) {
            return Back.nothing(away, false);
        } catch (IOException lost) {
            return Back.nothing(lost, true);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Back.nothing(stopping, true);
        }
    }
}
