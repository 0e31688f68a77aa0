package vn.lienthong.hub.console.issues;

/** In which way the members of an issue fail. */
enum Kind {
    /** Records that wait for a mapping or a decision of ours. */
    PARKED,
    /** Records that a sender must correct; of the last thirty days. */
    REFUSED,
    /** Dossiers the national portal does not take. */
    BLOCKED,
    /** Messages a department's system does not take. */
    UNDELIVERED
}
