package vn.lienthong.hub.platform.audit;

import static vn.lienthong.hub.platform.audit.Right.DECIDE;
import static vn.lienthong.hub.platform.audit.Right.REPLAY;
import static vn.lienthong.hub.platform.audit.Right.REVEAL;
import static vn.lienthong.hub.platform.audit.Right.SEE_BODIES;
import static vn.lienthong.hub.platform.audit.Right.SEE_LISTS;

import java.util.Set;

/** Who an actor is to the hub; {@link Right} says what staff may do in each. */
public enum Role {
    /** A department's system: pushes its own submissions and reads their outcome. */
    SENDER,
    /** The national portal pulling changes and looking dossiers up. */
    NATIONAL_PORTAL,
    /** The province's shared portal: tracking for citizens. */
    UNIFIED_PORTAL,
    /** A citizen for whom a department's system acts: reads what was filed in their own name. */
    CITIZEN,
    /** Staff of one department: sees the traffic of its own system only. */
    DEPARTMENT_USER(SEE_LISTS, SEE_BODIES),
    /** Staff who may look at lists. */
    VIEWER(SEE_LISTS),
    /** Staff who look into everything and change nothing. */
    INSPECTOR(SEE_LISTS, SEE_BODIES, REVEAL),
    /** Staff who may also replay, pause and re-send. */
    OPERATOR(SEE_LISTS, SEE_BODIES, REVEAL, REPLAY),
    /** Operators who may be the second person. */
    APPROVER(SEE_LISTS, SEE_BODIES, REVEAL, REPLAY, DECIDE),
    /** Staff who may also issue keys and apply configuration. */
    ADMINISTRATOR(Right.values());

    private final Set<Right> rights;

    Role(Right... rights) {
        this.rights = Set.of(rights);
    }

    public boolean has(Right right) {
        return rights.contains(right);
    }

    /** Whether people of the province's own staff act in it, over all departments. */
    public boolean isStaff() {
        return has(SEE_LISTS) && this != DEPARTMENT_USER;
    }
}
