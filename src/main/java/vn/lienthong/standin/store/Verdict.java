package vn.lienthong.standin.store;

/** What became of one record. */
public enum Verdict {
    /** It is new and stored. */
    STORED,
    /** It was there already, nothing changed. */
    REPEATED,
    /** Its dossier was to be created but is already there. */
    EXISTS,
    /** Its dossier is not there. */
    UNKNOWN;

    public boolean refused() {
        return this == EXISTS || this == UNKNOWN;
    }
}
