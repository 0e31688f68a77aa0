package vn.lienthong.trial;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;

/** How long a sender's push takes to its outcome: alone, and beside twenty others of which one floods the door. */
final class Fairness {

    private static final int SENDERS = 20;
    private static final int ALONE = 15;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Installation hub;
    private final HubLoad flood;
    private final List<Story> stories;
    private final OffsetDateTime start = Telling.vietnamNow();
    private final AtomicLong serial = new AtomicLong(5_000_000);
    private final HttpClient http = HttpClient.newHttpClient();

    Fairness(Installation hub, HubLoad flood, Path mocks) {
        this.hub = hub;
        this.flood = flood;
        this.stories = Story.load(mocks).stream()
                .filter(story -> story.rows() == 1 && hub.knows(story.sender()))
                .filter(story -> !story.sender().equals(flood.sender()))
                .collect(Collectors.toMap(Story::sender, s -> s, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .limit(SENDERS - 1)
                .toList();
    }

    /** The slowest sender's median beside the others, as a multiple of its median alone. */
    double worst(Duration window) throws IOException, InterruptedException, ExecutionException {
        Map<String, Histogram> alone = new LinkedHashMap<>();
        for (Story story : stories) {
            pushes(story, 3, Duration.ZERO); // its mapping is compiled at its first push
            alone.put(story.sender(), pushes(story, ALONE, Duration.ZERO));
        }
        Map<String, Histogram> beside = new LinkedHashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Load.Measured> flooding = threads.submit(() -> flood.intake(window));
            Map<String, Future<Histogram>> all = new LinkedHashMap<>();
            int times = (int) Math.max(3, window.dividedBy(PAUSE) / 2);
            stories.forEach(story -> all.put(story.sender(), threads.submit(() -> pushes(story, times, PAUSE))));
            for (var one : all.entrySet()) {
                beside.put(one.getKey(), one.getValue().get());
            }
            System.out.printf(
                    "%s floods: %.0f/s%n", flood.sender(), flooding.get().perSecond());
        }
        return table(alone, beside);
    }

    private static double table(Map<String, Histogram> alone, Map<String, Histogram> beside) {
        double worst = 0;
        System.out.printf("%-28s %12s %12s %12s%n", "sender", "alone p50", "beside p50", "beside p95");
        for (var one : alone.entrySet()) {
            String sender = one.getKey();
            Histogram loaded = Objects.requireNonNull(beside.get(sender));
            double before = millis(one.getValue(), 50);
            double after = millis(loaded, 50);
            System.out.printf("%-28s %9.0f ms %9.0f ms %9.0f ms%n", sender, before, after, millis(loaded, 95));
            worst = Math.max(worst, after / before);
        }
        return worst;
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1000.0;
    }

    private Histogram pushes(Story story, int times, Duration pause) throws InterruptedException, IOException {
        Histogram taken = new Histogram(3_600_000_000L, 3);
        for (int i = 0; i < times; i++) {
            long from = System.nanoTime();
            untilEnded(story.sender(), pushed(story));
            taken.recordValue((System.nanoTime() - from) / 1000);
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        }
        return taken;
    }

    private String pushed(Story story) throws InterruptedException, IOException {
        Telling.Push push = new Telling(story, serial.incrementAndGet(), start)
                .push(story.steps().getFirst());
        HttpRequest request = request("/api/v1/senders/" + story.sender() + "/submissions", story.sender())
                .header("Content-Type", push.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(push.body()))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(story.sender() + " was answered " + answer.body()));
    }

    private void untilEnded(String sender, String outcome) throws InterruptedException, IOException {
        HttpRequest request = request(outcome, sender).GET().build();
        while (!JsonMapper.shared()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .path("state")
                .asString("")
                .equals("ENDED")) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private HttpRequest.Builder request(String path, String sender) {
        return HttpRequest.newBuilder(hub.uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + hub.secret("keys/" + sender));
    }
}
