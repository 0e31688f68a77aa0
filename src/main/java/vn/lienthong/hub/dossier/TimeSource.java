package vn.lienthong.hub.dossier;

/** Where the time of an event comes from. */
public enum TimeSource {
    /** The sender's own time, to the second. */
    SOURCE,
    /** The sender's own date, without a time of day. */
    DAY,
    /** The sender says no time: the hub's door does. */
    DOOR
}
