package vn.lienthong.trust;

import org.jspecify.annotations.Nullable;

/**
 * How far a check of a chain has come; the next part begins where this one ended.
 *
 * @param entries how many were followed so far
 * @param firstBroken the first whose hash or link is not what it must be
 * @param after the last that was followed
 * @param hash what it says, which the next one must be linked to
 * @param newest the newest of the chain when this part ended; ids leave gaps, so it tells how many there are about
 * @param done whether the chain ended here
 */
public record AuditCheck(long entries, @Nullable Long firstBroken, long after, String hash, long newest, boolean done) {

    /** Nothing followed yet. */
    public static final AuditCheck START = new AuditCheck(0, null, Long.MIN_VALUE, AuditChain.START, 0, false);

    /** Where a part ended that somebody asks to go on from; the beginning when there was none. */
    public static AuditCheck from(@Nullable Long after, @Nullable String hash, long entries, @Nullable Long broken) {
        return after == null || hash == null ? START : new AuditCheck(entries, broken, after, hash, 0, false);
    }

    AuditVerdict verdict() {
        return new AuditVerdict(entries, firstBroken);
    }
}
