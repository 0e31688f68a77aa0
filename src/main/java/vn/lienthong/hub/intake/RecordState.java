package vn.lienthong.hub.intake;

/** Where a record is; each ends as registered, refused or parked. */
public enum RecordState {
    /** Not ended yet. */
    IN_FLIGHT,
    /** In the register. */
    REGISTERED,
    /** Wrong data: the sender is told, trying again cannot help. */
    REFUSED,
    /** The hub cannot place it; kept until its owner can. */
    PARKED
}
