package vn.lienthong.hub.dossier;

/** The rules the register may find broken; each has its sentence and remedy in {@code messages/reasons_*}. */
final class Rules {

    static final String UNKNOWN_PROCEDURE = "unknown-procedure";
    static final String UNKNOWN_AGENCY = "unknown-agency";
    static final String AGENCY_OUT_OF_DATE = "agency-out-of-date";
    static final String AMBIGUOUS_AGENCY = "ambiguous-agency";
    static final String NOT_AUTHORITATIVE = "not-authoritative";
    static final String DUE_BEFORE_RECEPTION = "due-before-reception";
    static final String NOTHING_OWED = "nothing-owed";

    private Rules() {}
}
