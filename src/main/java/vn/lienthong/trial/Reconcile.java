package vn.lienthong.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares a register of a million dossiers with the lists of the portal and of a sender, which differ from it in places
 * that were planted, while live pushes go on; says what it took and whether it found exactly those.
 *
 * <p>Usage: {@code reconcile [--dossiers N] [--quiet S] [--mocks DIR] [--out FILE]}.
 */
public final class Reconcile {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RUNS = "/api/v1/reconciliations";
    private static final Pattern HEAP =
            Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*} ([0-9.E+]+)", Pattern.CASE_INSENSITIVE);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Options options;
    private final Installation hub;
    private final long pid;
    private long heap;

    private Reconcile(Options options, HubUnderTrial trial) {
        this.options = options;
        this.hub = trial.installation();
        this.pid = trial.pid();
    }

    public static void main(String[] args) throws Exception {
        Options options = Options.parse(args);
        Path folder = Files.createTempDirectory("lienthong-reconcile-");
        boolean exact;
        try (HubUnderTrial trial = new HubUnderTrial(folder)) {
            trial.start();
            exact = new Reconcile(options, trial).run(folder);
        }
        Chaos.deleteAll(folder);
        System.exit(exact ? 0 : 1);
    }

    private boolean run(Path folder) throws Exception {
        int dossiers = Math.toIntExact(options.number("dossiers", 1_000_000));
        Duration quiet = Duration.ofSeconds(options.number("quiet", 60));
        LiveStream live = new LiveStream(hub, Path.of(options.text("mocks", "mocks")));
        say("writing %d dossiers into the register", dossiers);
        PlantedRegister planted = new PlantedRegister(hub, live.sender(), dossiers);
        planted.fill();
        Path portal = planted.portalList(folder.resolve("portal.csv"));
        Path sender = planted.senderList(folder.resolve("sender.csv"));
        try (live) {
            live.start();
            TimeUnit.SECONDS.sleep(20);
            Instant alone = Instant.now();
            heapFor(quiet);
            say("without: %s; heap at most %d MB", live.latencies(alone, Instant.now()), heap >> 20);
            heap = 0;
            Instant began = Instant.now();
            String portalList = upload(portal, "side=PORTAL");
            String senderList = upload(sender, "side=SENDER&sender=" + live.sender());
            Duration uploads = Duration.between(began, Instant.now());
            JsonNode run = run(portalList, senderList);
            Instant ended = Instant.now();
            return report(dossiers, uploads, run, live.latencies(began, ended), planted);
        }
    }

    private void heapFor(Duration time) throws IOException, InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            measure();
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private JsonNode run(String portalList, String senderList) throws IOException, InterruptedException {
        String order = """
                {"portalList":"%s","senderList":"%s","fromCode":"%s","toCode":"%s~~","reason":"bench"}""".formatted(portalList, senderList, PlantedRegister.AREA, PlantedRegister.AREA);
        String run = post(RUNS, order).path("id").asString();
        JsonNode seen = get(RUNS + "/" + run);
        while (!seen.has("endedAt")) {
            measure();
            TimeUnit.MILLISECONDS.sleep(250);
            seen = get(RUNS + "/" + run);
        }
        return seen;
    }

    private boolean report(int dossiers, Duration uploads, JsonNode run, String live, PlantedRegister planted)
            throws IOException {
        Duration took = Duration.between(
                OffsetDateTime.parse(run.path("startedAt").asString()),
                OffsetDateTime.parse(run.path("endedAt").asString()));
        JsonNode found = run.at("/counts/differences");
        boolean exact = run.path("state").asString().equals("DONE") && planted.isExactly(found);
        String text = """
                # Reconciliation of %s

                | what | figure |
                |---|---|
                | dossiers in the register | %d |
                | rows of the portal's list / the sender's list | %s / %s |
                | upload of both lists | %.1f s |
                | comparison | %.1f s |
                | heap of the hub at most (garbage included) | %d MB |
                | peak resident memory of the hub's process | %s |
                | differences planted / found | %s / %s |
                | exactly those | %s |
                | live pushes meanwhile | %s |
                """.formatted(
                        LocalDate.now(),
                        dossiers,
                        run.at("/counts/numbers/portal").asString(),
                        run.at("/counts/numbers/sender").asString(),
                        uploads.toMillis() / 1000.0,
                        took.toMillis() / 1000.0,
                        heap >> 20,
                        peakResident(),
                        planted.planted(),
                        found,
                        exact,
                        live);
        say("%s", text);
        say("%s", run);
        if (options.has("out")) {
            Files.writeString(Path.of(options.text("out", "")), text);
        }
        return exact;
    }

    private String peakResident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024 + " MB")
                .findFirst()
                .orElse("unknown");
    }

    private void measure() throws IOException, InterruptedException {
        String metrics = http.send(asked("/actuator/prometheus").GET().build(), HttpResponse.BodyHandlers.ofString())
                .body();
        double used = 0;
        for (Matcher line = HEAP.matcher(metrics); line.find(); ) {
            used += Double.parseDouble(line.group(1));
        }
        heap = Math.max(heap, (long) used);
    }

    private String upload(Path list, String query) throws IOException, InterruptedException {
        HttpRequest request = asked(RUNS + "/lists?" + query)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(list))
                .build();
        return read(request).path("id").asString();
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return read(asked(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return read(asked(path).GET().build());
    }

    private HttpRequest.Builder asked(String path) {
        return HttpRequest.newBuilder(URI.create(hub.uri(path).toString()))
                .header("Authorization", "Bearer " + hub.secret("keys/operator"));
    }

    private JsonNode read(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static void say(String text, Object... arguments) {
        System.out.println(text.formatted(arguments));
    }
}
