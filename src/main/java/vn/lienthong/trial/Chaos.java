package vn.lienthong.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Pushes mixed records into a hub of its own while killing ({@code -9}) the hub, PostgreSQL, Redis and the stand-in in
 * turn, waits until everything has drained and says what was lost, duplicated or reordered.
 *
 * <p>Usage: {@code chaos [--dossiers N] [--kills K] [--seconds-between S] [--seed X] [--keep] [--mocks DIR]}, or {@code
 * chaos [--dossiers N] --away PART --seconds S [--drain-minutes M]} to keep one part away for that long while the pushes
 * go on: no message may then be delivered more than three times. Exit status 0 only if the last three figures of the verdict are 0 and
 * everything drained.
 */
public final class Chaos {

    private static final List<String> CHILDREN = List.of("postgres", "redis", "stand-in");
    private static final int DRAIN_MINUTES = 10;
    private static final int STORIES_AT_ONCE = 24;
    private static final int MOST_DELIVERIES = 3;

    private final Options options;
    private final HubUnderTrial hub;
    private final Pusher pusher;
    private final Random random;
    private final AtomicInteger storiesOpen = new AtomicInteger();

    private Chaos(Options options, Path data) {
        this.options = options;
        this.hub = new HubUnderTrial(data);
        this.random = new Random(options.number("seed", System.nanoTime()));
        this.pusher = new Pusher(hub.installation(), new Random(random.nextLong()));
    }

    public static void main(String[] args) throws Exception {
        Options options = Options.parse(args);
        Path data = Files.createTempDirectory("lienthong-chaos-");
        boolean clean = false;
        try {
            clean = run(options, data);
        } finally {
            if (clean && !options.has("keep")) {
                deleteAll(data);
            } else {
                say("the trial's folder is kept: %s", data);
            }
        }
        System.exit(clean ? 0 : 1);
    }

    /** Runs the trial on the given empty folder; whether nothing was lost, duplicated or reordered. */
    static boolean run(Options options, Path data) throws Exception {
        return new Chaos(options, data).run();
    }

    private boolean run() throws Exception {
        try (hub) {
            say("ready after %d ms in %s", hub.start().toMillis(), hub.data());
            ExecutorService tellers = Executors.newVirtualThreadPerTaskExecutor();
            Instant from = Instant.now();
            tellStories(tellers);
            if (options.has("away")) {
                keepAway(options.text("away", ""));
            } else {
                killInTurn();
            }
            tellers.shutdown();
            if (!tellers.awaitTermination(drainLimit().toSeconds(), TimeUnit.SECONDS)) {
                say("not everything could be pushed within %s", drainLimit());
                tellers.shutdownNow();
            }
            say(
                    "pushed %d submissions (%d retries) in %d s; draining",
                    pusher.accepted().size(),
                    pusher.retries(),
                    Duration.between(from, Instant.now()).toSeconds());
            return judge();
        }
    }

    private void tellStories(ExecutorService tellers) {
        List<Story> stories = weighted(Story.load(Path.of(options.text("mocks", "mocks"))));
        long wanted = options.number("dossiers", 500);
        OffsetDateTime runStart = Telling.vietnamNow();
        Semaphore atOnce = new Semaphore(STORIES_AT_ONCE);
        Duration pace = trouble().dividedBy(Math.max(1, wanted));
        tellers.submit(() -> {
            for (long serial = 1; serial <= wanted; ) {
                Story story = stories.get(random.nextInt(stories.size()));
                Telling telling = new Telling(story, serial, runStart);
                serial += story.rows();
                atOnce.acquire();
                storiesOpen.incrementAndGet();
                Thread.startVirtualThread(() -> tell(telling, atOnce));
                TimeUnit.MILLISECONDS.sleep(pace.toMillis() * story.rows());
            }
            while (storiesOpen.get() > 0) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            return null;
        });
    }

    private void tell(Telling telling, Semaphore atOnce) {
        try {
            for (Telling.Push push : telling.pushes()) {
                pusher.push(push);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atOnce.release();
            storiesOpen.decrementAndGet();
        }
    }

    private static List<Story> weighted(List<Story> stories) {
        return stories.stream()
                .flatMap(s -> Stream.generate(() -> s).limit(s.weight()))
                .toList();
    }

    private void killInTurn() throws IOException, InterruptedException {
        long kills = options.number("kills", 4);
        for (int kill = 0; kill < kills; kill++) {
            TimeUnit.SECONDS.sleep(options.number("seconds-between", 6));
            int turn = kill % (CHILDREN.size() + 1);
            if (turn == 0) {
                hub.kill();
                say("killed the hub; ready again after %d ms", hub.start().toMillis());
            } else {
                String part = CHILDREN.get(turn - 1);
                say("killed %s: %s", part, hub.killPart(part) ? "gone" : "was not running");
            }
        }
    }

    /** How long things go wrong; the pushes are spread over it. */
    private Duration trouble() {
        return options.has("away")
                ? away()
                : Duration.ofSeconds(options.number("kills", 4) * options.number("seconds-between", 6));
    }

    private Duration away() {
        return Duration.ofSeconds(options.number("seconds", 60));
    }

    private void keepAway(String part) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(options.number("seconds-between", 6));
        new Outage(hub, part).last(away());
        say("kept %s away for %d s; the hub took at most %d MB", part, away().toSeconds(), hub.peakMegabytes());
        sayWhatWaits();
    }

    private void sayWhatWaits() {
        try (Register register = new Register(hub.installation())) {
            say(
                    "then %d records were in flight, %d dossiers owed in the ledger",
                    register.inFlight(), register.owing());
        } catch (SQLException databaseAway) {
            say("what waits cannot be read: %s", databaseAway);
        }
    }

    private Duration drainLimit() {
        return Duration.ofMinutes(options.number("drain-minutes", DRAIN_MINUTES));
    }

    private boolean judge() throws Exception {
        Instant from = Instant.now();
        Verdict verdict = Verdict.await(hub.installation(), pusher.accepted(), drainLimit());
        say(
                "drained for %d s; the hub took at most %d MB",
                Duration.between(from, Instant.now()).toSeconds(), hub.peakMegabytes());
        verdict.findings().forEach(finding -> say("%s", finding));
        boolean calm = !options.has("away") || deliveredSeldom();
        System.out.println(verdict.line());
        return verdict.clean() && calm;
    }

    private boolean deliveredSeldom() throws IOException, InterruptedException {
        double most = new Outage(hub, "").mostDeliveries().orElse(Double.POSITIVE_INFINITY);
        say("most deliveries of one message: %.0f", most);
        return most <= MOST_DELIVERIES;
    }

    static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(f -> f.toFile().delete());
        }
    }

    private static void say(String text, Object... arguments) {
        System.out.println(text.formatted(arguments));
    }
}
