package vn.lienthong.hub.catalog.agency;

/** What became of an agency on a day. */
public enum SuccessionKind {
    /** It goes on under another name. */
    RENAME,
    /** Several became one. */
    MERGE,
    /** One became several, each for its procedures. */
    SPLIT,
    /** Another took over some of its procedures. */
    ABSORB_PART,
    /** It ended without a successor. */
    ABOLISH
}
