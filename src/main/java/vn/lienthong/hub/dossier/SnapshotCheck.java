package vn.lienthong.hub.dossier;

import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.sender.Contract;

/** An observation beside its sender's last snapshot of the dossier; says nothing about a sender of events. */
record SnapshotCheck(
        Observation seen,
        boolean snapshot,
        HistoryOrder date,
        @Nullable SenderView last,
        @Nullable String hash) {

    static SnapshotCheck of(@Nullable SenderView last, Observation seen) {
        boolean snapshot = seen.contract() == Contract.SNAPSHOTS;
        DossierFacts facts = seen.facts();
        // One in the future would hide every later one: it counts from when it came in.
        HistoryOrder date = HistoryOrder.of(
                snapshot ? seen.snapshotAt() : null,
                TimeSource.SOURCE,
                seen.stamp().at());
        String hash = snapshot && facts != null ? FactsText.hash(FactsText.write(facts)) : null;
        return new SnapshotCheck(seen, snapshot, date, last, hash);
    }

    /** Whether a snapshot with a later date of its own was applied before; the same date again is decided by the stamp. */
    boolean tooOld() {
        return seen.snapshotAt() != null && laterOneApplied();
    }

    /**
     * Whether one that came in later was applied first although none of them is dated: what it says of the past still
     * counts, its facts are out of date.
     */
    boolean overtaken() {
        return seen.snapshotAt() == null && laterOneApplied();
    }

    private boolean laterOneApplied() {
        return snapshot && last != null && last.newerThan(date.at(), seen.stamp());
    }

    boolean sameFacts() {
        return hash != null && last != null && hash.equals(last.hash());
    }

    boolean sameStatus() {
        StatusClaim claim = seen.status();
        return snapshot && !overtaken() && claim != null && last != null && last.status() == claim.status();
    }

    /** What the sender will have said last. */
    @Nullable
    SenderView next() {
        if (!snapshot || laterOneApplied()) {
            return null;
        }
        StatusClaim claim = seen.status();
        DossierStatus lastStatus = last == null ? null : last.status();
        String lastHash = last == null ? null : last.hash();
        return new SenderView(
                hash == null ? lastHash : hash, claim == null ? lastStatus : claim.status(), date.at(), seen.stamp());
    }
}
