package vn.lienthong.hub.platform.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/** Every few hours lets go of what is over, in small bites; harmless on any number of nodes. */
@Component
public class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int BITE = 500;
    private static final int BITES = 100;

    private final List<Purge> purges;
    private final RetentionSettings settings;
    private final JdbcClient db;
    private final DatabaseBreaker database;
    private final Clock clock;

    Retention(List<Purge> purges, RetentionSettings settings, JdbcClient db, DatabaseBreaker database, Clock clock) {
        this.purges = List.copyOf(purges);
        this.settings = settings;
        this.db = db;
        this.database = database;
        this.clock = clock;
        var unknown = new TreeMap<>(settings.keep());
        purges.forEach(purge -> unknown.remove(purge.of()));
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("lienthong.retention.keep: nothing is called " + unknown.keySet());
        }
    }

    @Scheduled(initialDelay = 10 * 60_000, fixedDelay = 6 * 60 * 60_000)
    void look() {
        if (settings.enabled() && database.available()) {
            try {
                purge();
            } catch (RuntimeException failure) {
                database.failed(failure);
                log.warn("Not everything that is over went: {}", failure.getMessage());
            }
        }
    }

    /** How much of each went. */
    public Map<String, Integer> purge() {
        Map<String, Integer> gone = new TreeMap<>();
        for (Purge purge : purges) {
            Duration kept = settings.of(purge);
            if (kept.isPositive()) {
                gone.put(purge.of(), purge(purge, OffsetDateTime.now(clock).minus(kept)));
            }
        }
        gone.values().removeIf(count -> count == 0);
        if (!gone.isEmpty()) {
            log.info("Over, and gone: {}", gone);
        }
        return gone;
    }

    private int purge(Purge purge, OffsetDateTime before) {
        int gone = 0;
        for (int i = 0; i < BITES; i++) {
            int bite = db.sql(purge.sql())
                    .param("before", before)
                    .param("limit", BITE)
                    .update();
            gone += bite;
            if (bite < BITE) {
                break;
            }
        }
        return gone;
    }
}
