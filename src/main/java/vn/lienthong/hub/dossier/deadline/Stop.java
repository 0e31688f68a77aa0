package vn.lienthong.hub.dossier.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which the clock stood, from the request to what was asked for.
 *
 * @param fromSeq the event that asked
 * @param until null while it lasts, and when its end was never told
 * @param untilSeq the event that ended it
 */
public record Stop(
        int fromSeq,
        StopBasis basis,
        Instant from,
        @Nullable Instant until,
        @Nullable Integer untilSeq) {

    public static Stop open(int fromSeq, StopBasis basis, Instant from) {
        return new Stop(fromSeq, basis, from, null, null);
    }

    public Stop ended(int seq, Instant at) {
        return new Stop(fromSeq, basis, from, at, seq);
    }
}
