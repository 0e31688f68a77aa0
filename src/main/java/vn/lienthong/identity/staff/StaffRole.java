package vn.lienthong.identity.staff;

import java.util.Set;

/** The roles of staff, in the words that the hub reads in a token. */
enum StaffRole {
    VIEWER,
    INSPECTOR("identity.audit"),
    OPERATOR("identity.audit", "identity.operate"),
    APPROVER("identity.audit", "identity.operate"),
    ADMINISTRATOR("identity.audit", "identity.operate", "identity.admin"),
    /** Sees the traffic of one sender only. */
    DEPARTMENT_USER;

    private final Set<String> reserved;

    StaffRole(String... reserved) {
        this.reserved = Set.of(reserved);
    }

    /** Which scopes of this provider's own administration it may carry. */
    Set<String> reserved() {
        return reserved;
    }
}
