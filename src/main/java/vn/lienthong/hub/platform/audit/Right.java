package vn.lienthong.hub.platform.audit;

/** What staff may do; each is given by the role, and never by another right. */
public enum Right {
    /** See which dossiers, failures and calls there are, personal values masked. */
    SEE_LISTS,
    /** See what was sent, masked. */
    SEE_BODIES,
    /** See personal values, with a reason that the audit keeps. */
    REVEAL,
    /** Replay, re-send, pause, stop and start. */
    REPLAY,
    /** Be the second person for what another proposed. */
    DECIDE,
    /** Apply configuration and issue keys. */
    CONFIGURE
}
