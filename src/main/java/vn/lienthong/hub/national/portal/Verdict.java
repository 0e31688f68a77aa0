package vn.lienthong.hub.national.portal;

/** What a reply says about one record. */
public enum Verdict {
    /** Taken. */
    ACKED,
    /** The dossier to create is already there ("đã tồn tại"): an update will do. */
    EXISTS,
    /** The dossier to update or progress is not there: it must be created. */
    NOT_THERE,
    /** The record itself is refused, in the portal's words; sending it again cannot help. */
    REFUSED,
    /** The session had ended; nothing was looked at. */
    SESSION_INVALID,
    /** Nobody knows: ask before sending again. */
    UNKNOWN,
    /** The call never left: the record may be sent again as if nothing had happened. */
    NOT_SENT,
    /** The call was not even tried: the portal is given up for now, or gives no session. */
    HELD_BACK
}
