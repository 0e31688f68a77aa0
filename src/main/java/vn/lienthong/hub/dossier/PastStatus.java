package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.Stamp;

/** A status event that the register already holds. */
record PastStatus(
        int seq,
        String sender,
        DossierStatus status,
        @Nullable Instant at,
        Instant orderAt,
        TimeSource timeSource,
        Stamp stamp,
        Verdict verdict,
        Set<EventFlag> flags,
        @Nullable String officer,
        @Nullable String note) {

    /** Whether the event belongs to the history: old snapshots and strangers' claims are only on record. */
    boolean counts() {
        return verdict != Verdict.OLD_SNAPSHOT && !flags.contains(EventFlag.NOT_AUTHORITATIVE);
    }

    boolean says(StatusClaim claim) {
        return status == claim.status()
                && Objects.equals(at, claim.at())
                && Objects.equals(officer, claim.officer())
                && Objects.equals(note, claim.note());
    }

    History.Step step() {
        boolean timed = timeSource == TimeSource.SOURCE && !flags.contains(EventFlag.FUTURE);
        return new History.Step(seq, status, orderAt, timed, stamp);
    }
}
