package vn.lienthong.identity.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every few hours lets go of what is over, in small bites; harmless on any number of nodes. */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int BITE = 500;
    private static final int BITES = 100;

    /** Of the library's own, and let go of by its own part. */
    private static final String AUTHORIZATIONS = "authorizations";

    private final List<Purge> purges;
    private final RetentionSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    Retention(List<Purge> purges, RetentionSettings settings, JdbcClient db, Clock clock) {
        this.purges = List.copyOf(purges);
        this.settings = settings;
        this.db = db;
        this.clock = clock;
        var unknown = new TreeSet<>(settings.keep().keySet());
        unknown.remove(AUTHORIZATIONS);
        purges.forEach(purge -> unknown.remove(purge.of()));
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("lienthong.identity.retention.keep: nothing is called " + unknown);
        }
    }

    @Scheduled(initialDelay = 12 * 60_000, fixedDelay = 6 * 60 * 60_000)
    void look() {
        if (settings.enabled()) {
            purge();
        }
    }

    /** How much of each went. */
    Map<String, Integer> purge() {
        Map<String, Integer> gone = new TreeMap<>();
        for (Purge purge : purges) {
            Duration kept = settings.of(purge.of());
            if (kept.isPositive()) {
                gone.put(purge.of(), attempt(purge, OffsetDateTime.now(clock).minus(kept)));
            }
        }
        gone.values().removeIf(count -> count == 0);
        if (!gone.isEmpty()) {
            log.info("Over, and gone: {}", gone);
        }
        return gone;
    }

    /** One that fails keeps none of the others from going. */
    private int attempt(Purge purge, OffsetDateTime before) {
        try {
            return purge(purge, before);
        } catch (DataAccessException failure) {
            log.warn("Not everything that is over went of {}: {}", purge.of(), failure.getMessage());
            return 0;
        }
    }

    private int purge(Purge purge, OffsetDateTime before) {
        int gone = 0;
        for (int i = 0; i < BITES; i++) {
            int bite = db.sql(purge.sql())
                    .param("before", before)
                    .param("now", OffsetDateTime.now(clock))
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
