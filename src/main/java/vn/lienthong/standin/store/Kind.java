package vn.lienthong.standin.store;

/** What the records of a call are meant to do. */
public enum Kind {
    /** New dossiers. */
    CREATE,
    /** Newer versions of known dossiers. */
    UPDATE,
    /** Progress steps of known dossiers. */
    STEP
}
