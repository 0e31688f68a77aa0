package vn.lienthong.hub.quality.agreement;

/** In what two sides differ. */
public enum Kind {
    /** The register has it, the other side does not. */
    ONLY_HERE,
    /** The other side has it, the register does not. */
    ONLY_THERE,
    STATUS_DIFFERS,
    /** Reception or due date. */
    DATE_DIFFERS,
    AGENCY_DIFFERS,
    /** The other side has fewer files of it. */
    FILE_MISSING,
    /** The other side lists it more than once, and not alike. */
    LISTED_TWICE
}
