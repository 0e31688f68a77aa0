package vn.lienthong.hub.platform.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Migrates at the start, or as soon as PostgreSQL is there: a hub whose database is away still opens its door. */
@Component
class PatientMigration implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(PatientMigration.class);

    /** A server that was started a moment ago on a busy machine may keep the first connection waiting too long. */
    private static final int TRIES_AT_START = 3;

    private @Nullable Flyway waiting;

    @Override
    public synchronized void migrate(Flyway flyway) {
        waiting = flyway;
        for (int i = 0; i < TRIES_AT_START && waiting != null; i++) {
            attempt(flyway);
        }
        if (waiting != null) {
            log.warn("PostgreSQL is away: its schema is brought up to date when it is back");
        }
    }

    private void attempt(Flyway flyway) {
        try {
            flyway.migrate();
            waiting = null;
        } catch (FlywayException e) {
            if (!DatabaseFailure.meansAway(e)) {
                throw e;
            }
        }
    }

    @Scheduled(fixedDelay = 2_000)
    synchronized void catchUp() {
        if (waiting != null) {
            attempt(waiting);
        }
    }
}
