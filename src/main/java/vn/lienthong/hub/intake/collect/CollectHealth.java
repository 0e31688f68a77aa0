package vn.lienthong.hub.intake.collect;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/** The component {@code collect}: a sender whose system cannot be read degrades the hub, it does not take it down. */
@Component("collectHealthIndicator")
class CollectHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final Rounds rounds;
    private final DatabaseBreaker database;

    CollectHealth(Rounds rounds, DatabaseBreaker database) {
        this.rounds = rounds;
        this.database = database;
    }

    @Override
    public Health health() {
        if (!database.available()) {
            return Health.unknown().build();
        }
        try {
            return of(rounds);
        } catch (DataAccessException away) {
            return Health.unknown().build();
        }
    }

    private static Health of(Rounds rounds) {
        Health.Builder health = Health.up();
        for (Rounds.Line line : rounds.lines()) {
            if (line.trouble() != null) {
                health.status(DEGRADED).withDetail(line.sender(), line.trouble());
            }
        }
        return health.build();
    }
}
