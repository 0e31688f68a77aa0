package vn.lienthong.hub.dossier;

/** Who set the due date of a dossier. */
public enum DueSource {
    /** Printed by the department: never overwritten. */
    DEPARTMENT,
    /** Computed and frozen by the hub, for a sender whose file says that the hub decides ({@code dueBy: hub}). */
    HUB,
    /** Missing: the hub proposes one and asks the sender; nothing is sent outward meanwhile. */
    PROPOSED,
    /** The procedure has no limit: none is needed. */
    NONE_NEEDED
}
