package vn.lienthong.hub.platform.audit;

/** What an actor may do. */
public enum Role {
    /** A department's system: pushes its own submissions and reads their outcome. */
    SENDER,
    /** The national portal pulling changes and looking dossiers up. */
    NATIONAL_PORTAL,
    /** The province's shared portal: tracking for citizens. */
    UNIFIED_PORTAL,
    /** Staff who may look. */
    VIEWER,
    /** Staff who may also replay, pause and re-send. */
    OPERATOR,
    /** Staff who may also issue keys and apply configuration. */
    ADMINISTRATOR
}
