package vn.lienthong.hub.national.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** When a dossier that failed is tried again; while the portal is down the breaker waits instead, not the dossier. */
public final class RetrySchedule {

    private static final double JITTER = 0.2;

    private final Clock clock;
    private final RandomGenerator random;

    public RetrySchedule(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    static Duration after(int failures) {
        return switch (failures) {
            case 0, 1 -> Duration.ofSeconds(2);
            case 2 -> Duration.ofSeconds(10);
            case 3 -> Duration.ofSeconds(30);
            case 4 -> Duration.ofMinutes(2);
            case 5 -> Duration.ofMinutes(10);
            case 6 -> Duration.ofMinutes(30);
            default -> Duration.ofHours(1);
        };
    }

    /** Spread by a fifth either way, so that what failed together does not come back together. */
    Instant next(int failures) {
        var spread = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return clock.instant().plusMillis(Math.round(after(failures).toMillis() * spread));
    }
}
