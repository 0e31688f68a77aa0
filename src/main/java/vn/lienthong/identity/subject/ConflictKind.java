package vn.lienthong.identity.subject;

/** Why an operator should look at a subject. */
enum ConflictKind {
    /** Another subject states the same số định danh. */
    SAME_PERSONAL_ID,
    /** Another subject states the same CMND. */
    SAME_OLD_ID,
    /** Another subject states the same tax code. */
    SAME_TAX_CODE,
    /** The same TechID came with another person's id. */
    SAME_TECH_ID_OTHER_PERSON,
    /** A known account came with another TechID. */
    TECH_ID_CHANGED,
    /** An account without TechID: its dossiers cannot be shown in the national account. */
    NO_TECH_ID,
    /** An id that cannot be right, such as a placeholder. */
    IMPOSSIBLE_ID;

    static ConflictKind of(SecondaryId.Kind kind) {
        return switch (kind) {
            case PERSONAL_ID -> SAME_PERSONAL_ID;
            case OLD_ID -> SAME_OLD_ID;
            case TAX_CODE -> SAME_TAX_CODE;
        };
    }
}
