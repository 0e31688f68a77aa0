package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a claimed row.
 *
 * @param seenSeq the register's last seq when the row was claimed: a newer one queues it again
 */
public record Settlement(
        UUID dossierId,
        int seenSeq,
        Standing standing,
        Next next,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String cause) {

    /** What comes next for the row. */
    public enum Next {
        /** Still being sent, under a renewed lease. */
        SENDING,
        /** In step with the register. */
        REST,
        /** Nothing may be sent before a time; a newer event may change that. */
        HOLD,
        /** Failed: tried again at a time, newer events wait too. */
        RETRY,
        /** Cannot be sent until somebody changes something. */
        BLOCK,
        /** Was not tried at all. */
        RELEASE
    }

    public static Settlement sending(Claim claim, Standing standing) {
        return new Settlement(claim.dossierId(), claim.lastSeq(), standing, Next.SENDING, claim.attempts(), null, null);
    }

    public static Settlement rest(Claim claim, Standing standing) {
        return new Settlement(claim.dossierId(), claim.lastSeq(), standing, Next.REST, 0, null, null);
    }

    public static Settlement hold(Claim claim, Standing standing, Instant until, String cause) {
        return new Settlement(claim.dossierId(), claim.lastSeq(), standing, Next.HOLD, 0, until, cause);
    }

    public static Settlement retry(Claim claim, Standing standing, int failures, Instant at, String cause) {
        return new Settlement(claim.dossierId(), claim.lastSeq(), standing, Next.RETRY, failures, at, cause);
    }

    public static Settlement block(Claim claim, Standing standing, String cause) {
        return new Settlement(claim.dossierId(), claim.lastSeq(), standing, Next.BLOCK, claim.attempts(), null, cause);
    }

    public static Settlement release(Claim claim, Standing standing) {
        return new Settlement(claim.dossierId(), claim.lastSeq(), standing, Next.RELEASE, claim.attempts(), null, null);
    }
}
