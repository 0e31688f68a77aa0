package vn.lienthong.standin.protocol;

/** The codes of a reply; all but {@code 0} and {@code 3} are the stand-in's own, the portal's are not published. */
public enum ErrorCode {
    /** Done. */
    SUCCESS("0"),
    /** The session is missing, unknown or has expired. */
    SESSION_INVALID("-1"),
    /** A field is missing or breaks its rule. */
    BAD_FIELD("-2"),
    /** The dossier to create is already there ("đã tồn tại"). */
    ALREADY_EXISTS("3"),
    /** The dossier to update or progress is not there. */
    UNKNOWN_DOSSIER("-4"),
    /** The log-in was refused. */
    LOGIN_REFUSED("-5"),
    /** The portal failed as a whole. */
    SYSTEM_FAILURE("-99");

    private final String wire;

    ErrorCode(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
