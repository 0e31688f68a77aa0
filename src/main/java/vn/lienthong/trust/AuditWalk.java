package vn.lienthong.trust;

import org.jspecify.annotations.Nullable;

/** Follows the chain entry by entry. */
final class AuditWalk {

    private final AuditChain chain;
    private String expected = AuditChain.START;
    private long entries;
    private @Nullable Long firstBroken;

    AuditWalk(AuditChain chain) {
        this.chain = chain;
    }

    void see(long id, AuditEntry entry, String previousHash, String hash) {
        entries++;
        boolean sound = previousHash.equals(expected) && hash.equals(chain.next(previousHash, entry));
        if (!sound && firstBroken == null) {
            firstBroken = id;
        }
        expected = hash;
    }

    /** How many entries it has followed so far. */
    long seen() {
        return entries;
    }

    AuditVerdict verdict() {
        return new AuditVerdict(entries, firstBroken);
    }
}
