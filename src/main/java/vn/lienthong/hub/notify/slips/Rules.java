package vn.lienthong.hub.notify.slips;

/** Why a form cannot be issued; each rule has its sentence and remedy in {@code messages/reasons_*}. */
final class Rules {

    static final String SLIP_NEEDS_PERIOD = "slip-needs-period";
    static final String SLIP_BAD_PERIOD = "slip-bad-period";
    static final String SLIP_REGISTER_TOO_LONG = "slip-register-too-long";
    static final String SLIP_WITHOUT_FACTS = "slip-without-facts";
    static final String SLIP_NOT_ACCEPTED = "slip-not-accepted";
    static final String SLIP_WITHOUT_DUE_DATE = "slip-without-due-date";
    static final String SLIP_NO_SUPPLEMENT_ASKED = "slip-no-supplement-asked";
    static final String SLIP_NOT_REFUSED = "slip-not-refused";
    static final String SLIP_REASON_NOT_LEGAL_TEXT = "slip-reason-not-legal-text";
    static final String SLIP_ALREADY_RESOLVED = "slip-already-resolved";
    static final String SLIP_TOO_MANY_EXTENSIONS = "slip-too-many-extensions";
    static final String SLIP_NEEDS_NEW_DUE_DATE = "slip-needs-new-due-date";
    static final String SLIP_NOT_STOPPED = "slip-not-stopped";
    static final String SLIP_NEEDS_FEE_CONCLUSION = "slip-needs-fee-conclusion";
    static final String SLIP_WITHOUT_HISTORY = "slip-without-history";

    private Rules() {}
}
