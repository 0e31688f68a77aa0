package vn.lienthong.trial;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Pushes of single dossiers at an even pace, and how long each took from the door to the register. */
final class LiveStream implements AutoCloseable {

    private static final int PAUSE_MILLIS = 40;

    private final Installation hub;
    private final Story story;
    private final OffsetDateTime start = Telling.vietnamNow();
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::push);

    LiveStream(Installation hub, Path mocks) {
        this.hub = hub;
        this.story = Story.load(mocks).stream()
                .filter(known -> known.rows() == 1)
                .max((a, b) -> Integer.compare(a.weight(), b.weight()))
                .orElseThrow(() -> new IllegalStateException("no story of single records under " + mocks));
    }

    String sender() {
        return story.sender();
    }

    void start() {
        thread.start();
    }

    private void push() {
        Pusher pusher = new Pusher(hub, new Random(11));
        List<Story.Step> steps = story.steps();
        try {
            for (long serial = 1; !Thread.currentThread().isInterrupted(); serial++) {
                pusher.push(new Telling(story, serial, start).push(steps.getFirst()));
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of the records accepted in between. */
    String latencies(Instant from, Instant until) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + hub.port("postgres") + "/lienthong",
                        "lienthong",
                        hub.secret("postgres"));
                var statement = connection.prepareStatement("""
                        select count(*) as pushes, percentile_cont(0.5) within group (order by took) as half,
                               percentile_cont(0.99) within group (order by took) as most
                        from (select extract(epoch from updated_at - accepted_at) * 1000 as took from hub.records
                              where accepted_at >= ? and accepted_at < ? and state <> 'IN_FLIGHT') records""")) {
            statement.setTimestamp(1, Timestamp.from(from));
            statement.setTimestamp(2, Timestamp.from(until));
            try (var row = statement.executeQuery()) {
                row.next();
                return "%d pushes, door to register p50 %.0f ms, p99 %.0f ms"
                        .formatted(row.getLong("pushes"), row.getDouble("half"), row.getDouble("most"));
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
