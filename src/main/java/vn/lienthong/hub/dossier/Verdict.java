package vn.lienthong.hub.dossier;

/** The judgement on an event after the whole history was put in order (delivery.md §4). */
public enum Verdict {
    /** An allowed step. */
    VALID,
    /** A true step, but at least one before it was never told. */
    GAP_BEFORE,
    /** Comes after the end: recorded, without effect. */
    AFTER_TERMINAL,
    /** Cannot follow what came before: recorded, without effect, an issue for the owner. */
    CONTRADICTION,
    /** Came with a snapshot older than one already applied: recorded, without effect. */
    OLD_SNAPSHOT;

    /** Whether the event moves the dossier. */
    public boolean effective() {
        return this == VALID || this == GAP_BEFORE;
    }
}
