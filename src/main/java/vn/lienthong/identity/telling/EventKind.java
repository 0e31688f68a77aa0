package vn.lienthong.identity.telling;

import java.util.Locale;

/** What may happen to a subject that its clients want to know. */
public enum EventKind {
    LINKED,
    UNLINKED,
    CHANGED,
    LOGGED_OUT,
    LOCKED,
    UNLOCKED;

    /** Its name in a security event token (RFC 8417). */
    String uri() {
        return "urn:lienthong:identity:event:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
