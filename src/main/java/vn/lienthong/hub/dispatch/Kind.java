package vn.lienthong.hub.dispatch;

/** What a message tells. */
enum Kind {
    /** The dossier as it was filed. */
    NEW,
    /** Papers or facts that came later. */
    SUPPLEMENT,
    /** A fee was paid. */
    PAYMENT,
    /** The applicant wants it back. */
    WITHDRAWAL
}
