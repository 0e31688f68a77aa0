package vn.lienthong.hub.console.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one department stands.
 *
 * @param acceptedToday records since midnight in Vietnam; of these registered, refused
 * @param parked records that wait for somebody, of whatever day
 * @param inFlight records between the door and their end
 * @param owed dossiers whose newest state the national portal does not have yet; {@code blocked} of them wait for people,
 *     {@code held} of which the hub itself keeps back, because they lack what the portal demands
 * @param acknowledged statuses that it took within a day, {@code promptly} of them in time
 * @param inPerMinute records accepted, {@code outPerMinute} statuses the portal took, over the last five minutes
 * @param lastAt of the last submission within a week
 * @param attention what somebody must see to, the gravest first; none when all is well
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Standing(
        String sender,
        String name,
        long acceptedToday,
        long registeredToday,
        long refusedToday,
        long parked,
        long inFlight,
        @Nullable OffsetDateTime oldestInFlightAt,
        long owed,
        long blocked,
        long held,
        @Nullable OffsetDateTime oldestOwedAt,
        long acknowledged,
        long promptly,
        double inPerMinute,
        double outPerMinute,
        @Nullable OffsetDateTime lastAt,
        List<Attention> attention) {

    /** Why somebody must act. */
    enum Attention {
        /** Records are in flight for longer than any step takes. */
        STUCK,
        /** Dossiers that the hub holds or the national portal refused; only people can mend them. */
        BLOCKED,
        /** Records wait for a mapping or a decision. */
        PARKED
    }
}
