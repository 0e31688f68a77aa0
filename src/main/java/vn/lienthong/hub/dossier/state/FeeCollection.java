package vn.lienthong.hub.dossier.state;

/** When a fee is collected; a fee's own property, it never moves. */
public enum FeeCollection {
    /** Thu trước. */
    BEFORE,
    /** Thu sau. */
    AFTER,
    /** Miễn. */
    EXEMPT
}
