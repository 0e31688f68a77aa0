package vn.lienthong.hub.dossier;

/** Why the register keeps a dossier from being sent outward. */
public enum Hold {
    /** Only events have come; the facts have not. */
    FACTS_MISSING("facts-missing"),
    /** Accepted without a due date although its procedure has a limit (or the limit is unknown). */
    DUE_DATE_MISSING("due-date-missing");

    private final String cause;

    Hold(String cause) {
        this.cause = cause;
    }

    /** The key under which people read the cause. */
    public String cause() {
        return cause;
    }
}
