package vn.lienthong.hub.national.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the portal is left alone, and how fast what waited goes out afterwards.
 *
 * @param drainPerSecond dossiers a second at full pace after it, per node; null for as fast as the portal takes them
 * @param rampUpSeconds until that pace is reached
 * @param endedBy who ended it before its time
 */
record Window(
        UUID id,
        Instant startsAt,
        Instant endsAt,
        String reason,
        @Nullable Integer drainPerSecond,
        int rampUpSeconds,
        String plannedBy,
        @Nullable String endedBy) {

    /** Where a window stands. */
    enum State {
        PLANNED,
        IN_FORCE,
        OVER
    }

    State at(Instant now) {
        if (now.isBefore(startsAt)) {
            return endsAt.isAfter(startsAt) ? State.PLANNED : State.OVER;
        }
        return now.isBefore(endsAt) ? State.IN_FORCE : State.OVER;
    }

    Duration rampUp() {
        return Duration.ofSeconds(rampUpSeconds);
    }
}
