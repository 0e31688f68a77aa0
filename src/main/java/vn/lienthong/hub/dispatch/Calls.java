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
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.http.Correlation;
import vn.lienthong.hub.platform.trace.Traces;

/**
 * Calls a system. The id of the message travels as {@code Idempotency-Key}; {@code {secret}} in a header is the
 * environment's {@code LIENTHONG_DISPATCH_SECRET_<SYSTEM>}.
 */
@Component
class Calls {

    private static final long LONGEST_REPLY = 64 * 1024;
    private static final String SECRET = "LIENTHONG_DISPATCH_SECRET_";

    private final Environment environment;
    private final Traces traces;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Calls(Environment environment, Traces traces) {
        this.environment = environment;
        this.traces = traces;
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
        String what = "tell " + message.reference() + " " + UUID.randomUUID();
        return call(
                message,
                what,
                builder(message, rules, rules.url(), what)
                        .header("Content-Type", rules.words(message.kind()).contentType())
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    Back ask(Message message, SystemTerms rules, String address) {
        String url = address.replace("{id}", message.reference())
                .replace("{code}", URLEncoder.encode(message.code(), StandardCharsets.UTF_8));
        String what = "ask " + message.reference() + " " + UUID.randomUUID();
        return call(message, what, builder(message, rules, url, what).GET());
    }

    private HttpRequest.Builder builder(Message message, SystemTerms rules, String url, String what) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(rules.patience())
                .header("Idempotency-Key", message.reference())
                .header("X-Correlation-Id", message.correlationId());
        traces.traceparent(message.correlationId(), what)
                .ifPresent(parent -> request.header(Correlation.TRACEPARENT, parent));
        String secret = environment.getProperty(
                SECRET + message.system().toUpperCase(Locale.ROOT).replace('-', '_'), "");
        for (Map.Entry<String, String> header : rules.headers().entrySet()) {
            request.setHeader(header.getKey(), header.getValue().replace("{secret}", secret));
        }
        return request;
    }

    private Back call(Message message, String what, HttpRequest.Builder request) {
        Instant began = traces.now();
        Back back = call(request);
        traces.tell(new Traces.Done(
                message.system() + " " + message.kind(),
                Traces.Kind.CLIENT,
                message.correlationId(),
                what,
                began,
                Map.of("lienthong.dossier", message.code(), "http.response.status_code", String.valueOf(back.status())),
                back.answered() ? null : back.body()));
        return back;
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
