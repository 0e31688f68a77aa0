package vn.lienthong.hub.dossier;

/** A step of a dossier that was filed elsewhere, each acknowledged before the next. */
public enum Hop {
    /** Taken at the door, not in the register yet. */
    REGISTER,
    /** In the register, not with the system that works on it. */
    DISPATCH,
    /** Sent there, not confirmed by it. */
    ACCEPT,
    /** Its status or result is in the register, not told to the neighbour it was filed in. */
    TELL
}
