package vn.lienthong.hub.intake.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sender's records. {@code accepted} is counted from the submissions and the queue of the door, the others from the
 * records, so that they agree only when nothing is lost; a submission not read yet counts as one record.
 *
 * @param oldestInFlightAt when the oldest unfinished record was accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Account(
        String sender,
        long accepted,
        long registered,
        long refused,
        long parked,
        long inFlight,
        @Nullable Instant oldestInFlightAt) {

    static Account nothing(String sender) {
        return new Account(sender, 0, 0, 0, 0, 0, null);
    }

    Account withQueued(long queued) {
        return new Account(sender, accepted + queued, registered, refused, parked, inFlight + queued, oldestInFlightAt);
    }

    Account plus(Account other) {
        return new Account(
                sender,
                accepted + other.accepted,
                registered + other.registered,
                refused + other.refused,
                parked + other.parked,
                inFlight + other.inFlight,
                earlier(oldestInFlightAt, other.oldestInFlightAt));
    }

    @JsonProperty
    boolean balanced() {
        return accepted == registered + refused + parked + inFlight;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
