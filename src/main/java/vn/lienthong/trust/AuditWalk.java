package vn.lienthong.trust;

import org.jspecify.annotations.Nullable;

/** Follows the chain entry by entry. */
final class AuditWalk {

    private final AuditChain chain;
    private String expected;
    private long entries;
    private @Nullable Long firstBroken;

    AuditWalk(AuditChain chain, AuditCheck from) {
        this.chain = chain;
        this.expected = from.hash();
        this.entries = from.entries();
        this.firstBroken = from.firstBroken();
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

    AuditCheck check(long after, long newest, boolean done) {
        return new AuditCheck(entries, firstBroken, after, expected, newest, done);
    }
}
