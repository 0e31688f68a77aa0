package vn.lienthong.hub.intake;

import java.util.Optional;
import java.util.UUID;

/** What the register knows about submissions; blocking, so the edge reads it on a virtual thread. */
public interface SubmissionOutcomes {

    /**
     * The submission with its records numbered above {@code after}, at most {@code limit} of them; empty when the
     * register has not seen it yet.
     */
    Optional<SubmissionOutcome> find(UUID receipt, int after, int limit);
}
