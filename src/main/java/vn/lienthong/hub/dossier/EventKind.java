package vn.lienthong.hub.dossier;

/** What an event of a dossier's history is about. */
public enum EventKind {
    /** A status was reached. */
    STATUS,
    /** Facts became known or changed. */
    DETAILS,
    /** A remark that changes nothing else. */
    NOTE
}
