package vn.lienthong.trial;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Pushes each sender's story into the running hub and tells one dossier's way to the national acknowledgement.
 *
 * <p>Usage: {@code demo [--fault national-down] [--data DIR] [--mocks DIR]}. Exit status 0 only if everything arrived.
 */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String NATIONAL_DOWN = "national-down";

    private final Installation hub;
    private final Options options;
    private final HttpClient http = HttpClient.newHttpClient();

    private Demo(Installation hub, Options options) {
        this.hub = hub;
        this.options = options;
    }

    public static void main(String[] args) throws Exception {
        Options options = Options.parse(args);
        String data = Optional.ofNullable(System.getenv("LIENTHONG_DATA")).orElse("data");
        Installation hub = new Installation(Path.of(options.text("data", data)));
        if (!hub.ready()) {
            System.err.println("No hub answers for " + hub.data() + ". Start it first: mvn spring-boot:run");
            System.exit(1);
        }
        System.exit(new Demo(hub, options).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        boolean nationalDown = NATIONAL_DOWN.equals(options.text("fault", ""));
        if (options.has("fault") && !nationalDown) {
            throw new IllegalArgumentException("the only fault known is " + NATIONAL_DOWN);
        }
        if (nationalDown) {
            fault("PUT", "{\"mode\":\"down\"}");
            System.out.println("The national portal is down now.");
        }
        Pusher pusher = new Pusher(hub, new Random());
        List<String> codes = pushStories(pusher);
        if (nationalDown) {
            showBacklogThenRepair();
        }
        Verdict verdict = Verdict.await(hub, pusher.accepted(), PATIENCE);
        System.out.println();
        System.out.println(timeline(codes.getFirst()));
        verdict.findings().forEach(System.out::println);
        System.out.println(verdict.line());
        return verdict.clean();
    }

    private List<String> pushStories(Pusher pusher) throws Exception {
        long serial = System.currentTimeMillis() / 1000 % 100_000 * 100;
        List<String> codes = new ArrayList<>();
        for (Story story : Story.load(Path.of(options.text("mocks", "mocks")))) {
            // a sender of another province has no key here
            if (!hub.knows(story.sender())) {
                continue;
            }
            Telling telling = new Telling(story, serial, Telling.vietnamNow());
            for (Telling.Push push : telling.pushes()) {
                pusher.push(push);
                System.out.printf("pushed %d record(s) of %s, accepted%n", push.records(), push.sender());
            }
            if (story.rows() == 1 && story.steps().size() > 1) {
                codes.add("%07d".formatted(serial));
            }
            serial += story.rows();
        }
        return dossiersNumbered(codes);
    }

    /** The codes that the register gave a place, found by the serials of this run. */
    private List<String> dossiersNumbered(List<String> serials) throws Exception {
        for (int tries = 0; tries < 100; tries++) {
            try (Register register = new Register(hub)) {
                List<String> codes = register.codesEndingIn(serials);
                if (!codes.isEmpty()) {
                    return codes;
                }
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IOException("nothing was registered within 20 s; see " + hub.uri("/actuator/health"));
    }

    private void showBacklogThenRepair() throws Exception {
        TimeUnit.SECONDS.sleep(5);
        try (Register register = new Register(hub)) {
            System.out.printf("The portal is away; %d dossiers wait in the ledger.%n", register.unfinished());
        }
        fault("DELETE", "");
        System.out.println("The portal is back.");
    }

    private void fault(String method, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(hub.standInUri("/stand-in/faults"))
                .header("Authorization", "Bearer " + hub.secret("stand-in-admin-token"))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("the stand-in refused the fault switch: " + answer.body());
        }
    }

    private String timeline(String code) throws IOException, InterruptedException {
        URI uri = hub.uri("/api/v1/dossiers/timeline?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + hub.secret("keys/operator"))
                .header("Accept", "text/plain")
                .build();
        return "The story of " + code + "\n"
                + http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
