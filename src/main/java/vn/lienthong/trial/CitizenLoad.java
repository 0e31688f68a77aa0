package vn.lienthong.trial;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.HdrHistogram.ConcurrentHistogram;

/** Citizens who log in: code with PKCE at a portal, through the stand-in of the national log-in, until the tokens are there. */
final class CitizenLoad {

    private static final String[] ACCOUNTS = {"an", "binh", "chi", "dung", "giang", "hai"};
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-standard-0123456789";
    private static final String CALLBACK = "http://127.0.0.1:8095/callback";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String identity;
    private final String basic;
    private final String challenge;
    private final AtomicLong serial = new AtomicLong();

    CitizenLoad(String identity, String basic, String challenge) {
        this.identity = identity;
        this.basic = basic;
        this.challenge = challenge;
    }

    static String verifier() {
        return VERIFIER;
    }

    Load.Measured run(int people, Duration window) {
        var latencies = new ConcurrentHistogram(3_600_000_000L, 3);
        var answers = new AtomicLong();
        var failures = new AtomicLong();
        long from = System.nanoTime();
        long until = from + window.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < people; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() < until) {
                        long asked = System.nanoTime();
                        if (logsIn()) {
                            answers.incrementAndGet();
                            latencies.recordValue((System.nanoTime() - asked) / 1000);
                        } else {
                            failures.incrementAndGet();
                        }
                    }
                });
            }
        }
        return new Load.Measured(answers.get(), failures.get(), Duration.ofNanos(System.nanoTime() - from), latencies);
    }

    private boolean logsIn() {
        try {
            return new Visit().logsIn();
        } catch (IOException | RuntimeException broken) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One browser, with the one cookie that matters. */
    private final class Visit {

        private String cookie = "";

        boolean logsIn() throws IOException, InterruptedException {
            String door = identity + "/oauth2/authorize?"
                    + form(Map.of(
                            "response_type", "code",
                            "client_id", "demo-portal",
                            "redirect_uri", CALLBACK,
                            "scope", "openid",
                            "code_challenge", challenge,
                            "code_challenge_method", "S256"));
            opens(door);
            String above = opens(identity + "/oauth2/authorization/stand-in-dvcqg");
            Map<String, String> chosen = parameters(above);
            chosen.put("account", ACCOUNTS[(int) (serial.incrementAndGet() % ACCOUNTS.length)]);
            String back = location(http.send(
                    post(above.replaceFirst("/authorize\\?.*", "/login"), chosen), BodyHandlers.discarding()));
            String code = parameters(opens(opens(back))).get("code");
            HttpRequest.Builder token = HttpRequest.newBuilder(
                            post(
                                    identity + "/oauth2/token",
                                    Map.of(
                                            "grant_type",
                                            "authorization_code",
                                            "code",
                                            String.valueOf(code),
                                            "redirect_uri",
                                            CALLBACK,
                                            "code_verifier",
                                            VERIFIER)),
                            (name, value) -> true)
                    .header("Authorization", basic);
            return http.send(token.build(), BodyHandlers.discarding()).statusCode() == 200;
        }

        private String opens(String address) throws IOException, InterruptedException {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie);
            }
            HttpResponse<Void> answer = http.send(request.build(), BodyHandlers.discarding());
            answer.headers().allValues("Set-Cookie").stream()
                    .filter(set -> set.startsWith("IDPSESSION="))
                    .forEach(set -> cookie = set.replaceFirst(";.*", ""));
            return location(answer);
        }
    }

    private static HttpRequest post(String address, Map<String, String> form) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form)))
                .build();
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> parameters(String address) {
        Map<String, String> found = new HashMap<>();
        Arrays.stream(address.replaceFirst("^[^?]*\\??", "").split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> found.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return found;
    }
}
