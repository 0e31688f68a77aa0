package vn.lienthong.hub.dossier;

/** What an operator should know about an event beside its verdict. */
public enum EventFlag {
    /** The time at the source (or of the snapshot) lies in the future: ordered by the door. */
    FUTURE,
    /** Written by a system that is not the dossier's authority. */
    NOT_AUTHORITATIVE,
    /** An alias it brought belongs to another dossier and was left there. */
    ALIAS_TAKEN,
    /** A supplement is asked for although one was before: once is the rule, and the scoring counts it against us. */
    SUPPLEMENT_AGAIN,
    /** The department's due date falls on another day than the hub's own. */
    DUE_DIFFERS
}
