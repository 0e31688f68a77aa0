package vn.lienthong.hub.intake.collect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.collect.HttpRules.Call;
import vn.lienthong.infra.PartAddresses;

/** Asks over HTTP. What it says of a failure names neither the address nor what was sent: both may hold secrets. */
@Component
class HttpCalls {

    private final PartAddresses addresses;

    HttpCalls(PartAddresses addresses) {
        this.addresses = addresses;
    }

    /** What came back. */
    record Answer(int status, String type, byte[] body) {

        Answer well() throws CollectFailure {
            if (status != 200) {
                throw new CollectFailure("HTTP " + status);
            }
            return this;
        }
    }

    /** The whole answer within this time, at most so many bytes of it. */
    Answer ask(Call call, Map<String, String> values, String accept, Duration patience, long most)
            throws CollectFailure {
        CompletableFuture<HttpResponse<byte[]>> asked = Client.HTTP.sendAsync(
                request(call, values, accept), BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
        try {
            HttpResponse<byte[]> answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (TimeoutException slow) {
            asked.cancel(true);
            throw new CollectFailure("no whole answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw new CollectFailure("not reached: " + why(failed.getCause()));
        } catch (InterruptedException stopping) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new CollectFailure("interrupted while waiting for the answer");
        }
    }

    private static String why(@Nullable Throwable cause) {
        boolean tooLong = cause instanceof IOException
                && String.valueOf(cause.getMessage()).contains("capacity");
        return tooLong
                ? "the answer is longer than the sender may send"
                : String.valueOf(cause == null ? null : cause.getClass().getSimpleName());
    }

    private HttpRequest request(Call call, Map<String, String> values, String accept) throws CollectFailure {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address(Blanks.inUrl(call.url(), values)));
            request.setHeader("Accept", accept);
            if (call.body() != null) {
                String body =
                        Blanks.inBody(call.body(), values, call.contentType().toLowerCase(Locale.ROOT));
                request.setHeader("Content-Type", call.contentType())
                        .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8));
            }
            call.headers().forEach((name, value) -> request.setHeader(name, Blanks.inHeader(value, values)));
            return request.build();
        } catch (IllegalArgumentException unusable) {
            throw new CollectFailure("the call cannot be made: its address or a header is malformed");
        }
    }

    private URI address(String url) {
        return url.startsWith(HttpRules.STAND_IN)
                ? addresses.nationalPortal().resolve(url.substring(HttpRules.STAND_IN.length()))
                : URI.create(url);
    }

    /** Made when the first sender is asked. */
    private static final class Client {
        static final HttpClient HTTP = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }
}
