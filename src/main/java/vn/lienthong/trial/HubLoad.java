package vn.lienthong.trial;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The three paths of the hub under load: intake, push to national acknowledgement, tracking. */
final class HubLoad {

    private static final int BACKLOG = 400;

    private final Installation hub;
    private final Portal portal;
    private final Load load;
    private final Story story;
    private final OffsetDateTime start = Telling.vietnamNow();
    private final AtomicLong serial = new AtomicLong();

    HubLoad(Installation hub, Path mocks, int concurrency) {
        this.hub = hub;
        this.portal = new Portal(hub);
        this.load = new Load(concurrency);
        this.story = Story.load(mocks).stream()
                .filter(s -> s.rows() == 1)
                .max((a, b) -> Integer.compare(a.weight(), b.weight()))
                .orElseThrow(() -> new IllegalStateException("no story of single records under " + mocks));
    }

    /** Whose story is told most. */
    String sender() {
        return story.sender();
    }

    byte[] typicalBody() {
        return push(0).body();
    }

    Load.Measured intake(Duration window) {
        Map<String, String> headers = Map.of(
                "Authorization",
                "Bearer " + hub.secret("keys/" + story.sender()),
                "Content-Type",
                story.steps().getFirst().contentType());
        URI door = hub.uri("/api/v1/senders/" + story.sender() + "/submissions");
        return load.run(
                window,
                202,
                n -> new Load.Ask(door, headers, push(serial.incrementAndGet()).body()));
    }

    /** Dossiers acknowledged by the portal per second while the backlog is kept short and never empty. */
    double endToEnd(Duration window) throws IOException, InterruptedException {
        return new EndToEnd(window).run();
    }

    Load.Measured tracking(Duration window) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + hub.secret("keys/unified-portal"));
        List<URI> pages = codes().stream()
                .map(code -> hub.uri("/api/v1/tracking?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8)))
                .toList();
        return load.run(window, 200, n -> new Load.Ask(pages.get((int) (n % pages.size())), headers, new byte[0]));
    }

    void awaitDrained() throws InterruptedException {
        while (true) {
            try (Register register = new Register(hub)) {
                if (register.unfinished() == 0 && register.dossiers() >= serial.get()) {
                    return;
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the hub's database cannot be read", e);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    double commitsPerDossier(Duration window) throws Exception {
        try (Register register = new Register(hub)) {
            long commits = register.commits();
            long dossiers = portal.report().dossiers();
            endToEnd(window);
            return (double) (register.commits() - commits) / (portal.report().dossiers() - dossiers);
        }
    }

    private List<String> codes() {
        try (Register register = new Register(hub)) {
            return register.someCodes(5000);
        } catch (SQLException e) {
            throw new IllegalStateException("the hub's database cannot be read", e);
        }
    }

    private Telling.Push push(long number) {
        return new Telling(story, number, start).push(story.steps().getFirst());
    }

    /** A closed loop over the whole way: pushes wait while too many dossiers are between push and acknowledgement. */
    private final class EndToEnd {

        private final Duration window;
        private volatile boolean over;

        EndToEnd(Duration window) {
            this.window = window;
        }

        double run() throws IOException, InterruptedException {
            long before = portal.report().dossiers();
            long pushedBefore = serial.get();
            Thread pusher = Thread.ofVirtual().start(() -> pushWhileShort(before - pushedBefore));
            TimeUnit.SECONDS.sleep(2);
            long first = portal.report().dossiers();
            long from = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep(window.toMillis());
            long acknowledged = portal.report().dossiers() - first;
            double perSecond = acknowledged * 1e9 / (System.nanoTime() - from);
            over = true;
            pusher.join();
            return perSecond;
        }

        private void pushWhileShort(long offset) {
            try {
                while (!over) {
                    long outstanding = serial.get() + offset - portal.report().dossiers();
                    if (outstanding < BACKLOG) {
                        intake(Duration.ofMillis(100));
                    } else {
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                }
            } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
