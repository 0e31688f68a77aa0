package vn.lienthong.hub.platform.reply;

/** What a sender's reply means for what it was told. */
public enum Verdict {
    /** It knows. */
    DONE,
    /** Tell it again later. */
    RETRY,
    /** It will never take it; people must look. */
    PERMANENT
}
