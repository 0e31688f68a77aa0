package vn.lienthong.identity.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.identity.http.Fault;
import vn.lienthong.identity.http.Refusal;

/** From when on a change holds: now or later, so that nobody's past is written anew. */
final class Moments {

    /** Clocks differ, and a call takes its time; within this a moment that is over means now. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private Moments() {}

    static Instant from(String field, @Nullable Instant asked, Instant now) {
        if (asked != null && isPast(asked, now)) {
            throw Refusal.wrong(List.of(past(field)));
        }
        return asked == null ? now : later(asked, now);
    }

    static boolean isPast(Instant asked, Instant now) {
        return asked.isBefore(now.minus(SLACK));
    }

    static Fault past(String field) {
        return new Fault(field, "past", "now or a moment to come: what held before is not changed");
    }

    static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
