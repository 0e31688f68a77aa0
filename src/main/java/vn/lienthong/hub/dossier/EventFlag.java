package vn.lienthong.hub.dossier;

/** What an operator should know about an event beside its verdict. */
public enum EventFlag {
    /** The time at the source (or of the snapshot) lies in the future: ordered by the door. */
    FUTURE,
    /** Written by a system that is not the dossier's authority. */
    NOT_AUTHORITATIVE,
    /** An alias it brought belongs to another dossier and was left there. */
    ALIAS_TAKEN
}
