package vn.lienthong.hub.console.issues;

/** How far people are with an issue. */
enum State {
    /** Nobody has said anything, or it came back after it was resolved or muted. */
    OPEN,
    ACKNOWLEDGED,
    IN_PROGRESS,
    /** Until something fails in the same way again. */
    RESOLVED,
    /** Until a moment. */
    MUTED
}
