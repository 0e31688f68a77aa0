package vn.lienthong.hub.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.time.Stamp;

/**
 * A status event that the register already holds, in brief.
 *
 * @param words fingerprint of what officer and note say, to recognise a repetition
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
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
        @Nullable String words) {

    private static final int FINGERPRINT = 16;

    PastStatus {
        // Jackson passes null for an absent set.
        flags = flags == null ? EnumSet.noneOf(EventFlag.class) : flags;
    }

    static PastStatus of(NewEvent event, StatusClaim claim, Observation seen) {
        return new PastStatus(
                event.seq(),
                seen.sender(),
                claim.status(),
                claim.at(),
                event.orderAt(),
                claim.timeSource(),
                seen.stamp(),
                event.verdict(),
                event.flags(),
                words(claim));
    }

    /** Whether the event belongs to the history: old snapshots and strangers' claims are only on record. */
    boolean counts() {
        return verdict != Verdict.OLD_SNAPSHOT && !flags.contains(EventFlag.NOT_AUTHORITATIVE);
    }

    boolean says(StatusClaim claim) {
        return status == claim.status() && Objects.equals(at, claim.at()) && Objects.equals(words, words(claim));
    }

    PastStatus judged(Verdict now) {
        return new PastStatus(seq, sender, status, at, orderAt, timeSource, stamp, now, flags, words);
    }

    History.Step step() {
        boolean timed = timeSource == TimeSource.SOURCE && !flags.contains(EventFlag.FUTURE);
        return new History.Step(seq, status, orderAt, timed, stamp);
    }

    private static @Nullable String words(StatusClaim claim) {
        return claim.officer() == null && claim.note() == null
                ? null
                : FactsText.hash(claim.officer() + "\0" + claim.note()).substring(0, FINGERPRINT);
    }
}
