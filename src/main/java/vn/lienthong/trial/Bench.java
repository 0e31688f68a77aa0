package vn.lienthong.trial;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures the hub beside the raw limits of its parts, interleaved in one run, and writes the table and the figures.
 *
 * <p>Usage: {@code bench [--quick] [--out DIR] [--mocks DIR]}. Everything runs on loopback, client included, so only
 * the ratios of one run compare. {@code bench --only intake|end-to-end|tracking [--seconds N]} keeps one path busy to be
 * profiled and writes nothing; {@code --only fairness} tells how much a sender that floods slows the others.
 */
public final class Bench {

    private static final int CONCURRENCY = 64;
    private static final int COMMITTERS = 16;
    private static final int PORTAL_CALLS_AT_ONCE = 4;
    private static final int ROUNDS = 3;
    /** The stand-in keeps what it accepts: thousands a second for long would fill it before the hub has its turn. */
    private static final Duration AT_THE_PORTAL = Duration.ofSeconds(5);

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final double STILL_FASTER = 1.05;

    private final Options options;
    private final HubUnderTrial hub;
    private final Duration window;
    private final Duration longestWarmUp;
    private final Figures figures = new Figures();

    private Bench(Options options, Path folder) {
        this.options = options;
        this.hub = new HubUnderTrial(folder);
        boolean quick = options.has("quick");
        this.window = Duration.ofSeconds(quick ? 20 : 90).dividedBy(ROUNDS);
        this.longestWarmUp = Duration.ofSeconds(quick ? 60 : 420);
    }

    public static void main(String[] args) throws Exception {
        Options options = Options.parse(args);
        Path folder = Files.createTempDirectory("lienthong-bench-");
        new Bench(options, folder).run();
        Chaos.deleteAll(folder);
        System.exit(0);
    }

    private void run() throws Exception {
        figures.readySeconds = hub.start().toMillis() / 1000.0;
        say("ready in %.1f s", figures.readySeconds);
        TimeUnit.SECONDS.sleep(5);
        figures.idleMegabytes = residentMegabytes(hub.pid());
        try (hub;
                Children children = new Children()) {
            HubLoad load = new HubLoad(hub.installation(), Path.of(options.text("mocks", "mocks")), CONCURRENCY);
            if (options.has("only")) {
                busy(load, options.text("only", ""), Duration.ofSeconds(options.number("seconds", 60)));
                return;
            }
            EchoLoad echo = new EchoLoad(children.startEcho(), load.typicalBody(), CONCURRENCY);
            RawStandIn standIn = new RawStandIn(hub.installation());
            RawCommit commit = new RawCommit(
                    "jdbc:postgresql://127.0.0.1:" + hub.installation().port("postgres") + "/lienthong",
                    "lienthong",
                    hub.installation().secret("postgres"));
            say("warming up");
            echo.run(longestWarmUp.dividedBy(20));
            standIn.dossiersPerSecond(PORTAL_CALLS_AT_ONCE, AT_THE_PORTAL);
            warmUp(load);
            load.tracking(longestWarmUp.dividedBy(10));
            for (int round = 1; round <= ROUNDS; round++) {
                say("round %d of %d", round, ROUNDS);
                figures.rawEcho.add(echo.run(window).perSecond());
                figures.rawDurableSend.add(children.brokerSendsPerSecond(CONCURRENCY, window));
                figures.rawCommit.add(commit.perSecond(COMMITTERS, window));
                figures.standIn.add(standIn.dossiersPerSecond(PORTAL_CALLS_AT_ONCE, AT_THE_PORTAL));
                Load.Measured intake = load.intake(window);
                figures.intake.add(intake.perSecond());
                figures.intakeP50.add(intake.p50Millis());
                figures.intakeP99.add(intake.p99Millis());
                load.awaitDrained();
                figures.endToEnd.add(load.endToEnd(window));
                load.awaitDrained();
                figures.tracking.add(load.tracking(window).perSecond());
                say("%s", figures.lastRound());
            }
            figures.commitsPerDossier = load.commitsPerDossier(window.dividedBy(2));
        }
        Report.write(figures, Path.of(options.text("out", "bench/results")), options.has("quick"));
    }

    /** With two cores the compilers are busy for minutes: goes on until a window is no faster than the one before. */
    private void warmUp(HubLoad load) throws IOException, InterruptedException {
        long until = System.nanoTime() + longestWarmUp.toNanos();
        double before = 0;
        double now = load.endToEnd(STEP);
        while (now > before * STILL_FASTER && System.nanoTime() < until) {
            before = now;
            now = load.endToEnd(STEP);
            say("  end to end %.0f/s", now);
        }
    }

    private void busy(HubLoad load, String path, Duration time) throws Exception {
        if (path.equals("fairness")) {
            load.endToEnd(time);
            load.awaitDrained();
            Fairness fairness = new Fairness(hub.installation(), load, Path.of(options.text("mocks", "mocks")));
            say("beside the others at worst %.1f times as slow as alone", fairness.worst(time));
            return;
        }
        double perSecond = switch (path) {
            case "intake" -> load.intake(time).perSecond();
            case "end-to-end" -> load.endToEnd(time);
            case "tracking" -> {
                load.endToEnd(Duration.ofSeconds(10));
                yield load.tracking(time).perSecond();
            }
            default -> throw new IllegalArgumentException("there is no path " + path);
        };
        say("%s: %.0f/s", path, perSecond);
    }

    private static long residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    private static void say(String text, Object... arguments) {
        System.out.println(text.formatted(arguments));
    }

    /** The bare echo, asked with the same bodies at the same concurrency. */
    private record EchoLoad(URI uri, byte[] body, Load load) {

        EchoLoad(URI uri, byte[] body, int concurrency) {
            this(uri, body, new Load(concurrency));
        }

        Load.Measured run(Duration window) {
            return load.run(
                    window, 200, n -> new Load.Ask(uri, Map.of("Content-Type", "application/octet-stream"), body));
        }
    }

    /** Medians over the rounds. */
    static final class Figures {
        final List<Double> rawEcho = new ArrayList<>();
        final List<Double> rawDurableSend = new ArrayList<>();
        final List<Double> rawCommit = new ArrayList<>();
        final List<Double> standIn = new ArrayList<>();
        final List<Double> intake = new ArrayList<>();
        final List<Double> intakeP50 = new ArrayList<>();
        final List<Double> intakeP99 = new ArrayList<>();
        final List<Double> endToEnd = new ArrayList<>();
        final List<Double> tracking = new ArrayList<>();
        double commitsPerDossier;
        double readySeconds;
        long idleMegabytes;

        String lastRound() {
            return "echo %.0f, broker %.0f, commit %.0f, stand-in %.0f, intake %.0f, end to end %.0f, tracking %.0f /s"
                    .formatted(
                            rawEcho.getLast(),
                            rawDurableSend.getLast(),
                            rawCommit.getLast(),
                            standIn.getLast(),
                            intake.getLast(),
                            endToEnd.getLast(),
                            tracking.getLast());
        }

        static double median(List<Double> values) {
            return values.stream().sorted().toList().get(values.size() / 2);
        }
    }
}
