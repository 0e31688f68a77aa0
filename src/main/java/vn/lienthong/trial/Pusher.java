package vn.lienthong.trial;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Pushes as a careful sender does: the same bytes under the same key, again and again until a receipt comes back. */
final class Pusher {

    static final String CORRELATION = "trial-";

    private final Installation hub;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final Map<String, Integer> accepted = new ConcurrentHashMap<>();
    private final AtomicLong retries = new AtomicLong();
    private final Random random;

    Pusher(Installation hub, Random random) {
        this.hub = hub;
        this.random = random;
    }

    /** Correlation ids of the submissions answered with 202, and how many records each stands for. */
    Map<String, Integer> accepted() {
        return accepted;
    }

    long retries() {
        return retries.get();
    }

    void push(Telling.Push push) throws InterruptedException {
        byte[] key = new byte[12];
        random.nextBytes(key);
        String idempotencyKey = HexFormat.of().formatHex(key);
        while (!Thread.currentThread().isInterrupted() && !tried(push, idempotencyKey)) {
            retries.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private boolean tried(Telling.Push push, String idempotencyKey) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    http.send(request(push, idempotencyKey), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 202) {
                accepted.put(CORRELATION + idempotencyKey, push.records());
                return true;
            }
            if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                throw new IllegalStateException("the door refused a push: " + answer.body());
            }
        } catch (IOException e) {
            // the hub is being killed: try again, as any sender would
        }
        return false;
    }

    private HttpRequest request(Telling.Push push, String idempotencyKey) {
        return HttpRequest.newBuilder(hub.uri("/api/v1/senders/" + push.sender() + "/submissions"))
                .timeout(Duration.ofSeconds(15))
                .header("Authorization", "Bearer " + key(push.sender()))
                .header("Idempotency-Key", idempotencyKey)
                .header("X-Correlation-Id", CORRELATION + idempotencyKey)
                .header("Content-Type", push.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(push.body()))
                .build();
    }

    private String key(String sender) {
        return keys.computeIfAbsent(sender, s -> hub.secret("keys/" + s));
    }
}
