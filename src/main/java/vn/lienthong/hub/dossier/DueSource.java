package vn.lienthong.hub.dossier;

/** Who set the due date of a dossier. */
public enum DueSource {
    /** Printed by the department: never overwritten. */
    DEPARTMENT,
    /** Missing: the hub proposes one and asks the sender; nothing is sent outward meanwhile. */
    PROPOSED,
    /** The procedure has no limit: none is needed. */
    NONE_NEEDED
}
