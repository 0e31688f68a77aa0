package vn.lienthong.hub.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A submission as the register sees it: how its records ended so far and one page of them.
 *
 * @param complete whether every record has ended; {@code records} counts those known so far
 */
public record SubmissionOutcome(
        UUID receipt, String sender, Instant acceptedAt, boolean complete, Counts counts, List<RecordOutcome> page) {

    /** How many records of the submission are in each state. */
    public record Counts(int registered, int refused, int parked, int inFlight) {

        public int records() {
            return registered + refused + parked + inFlight;
        }
    }
}
