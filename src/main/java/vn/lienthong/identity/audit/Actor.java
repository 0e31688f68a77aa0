package vn.lienthong.identity.audit;

/** Who does something here. */
public record Actor(String name, Role role) {

    public static final Actor IDENTITY = new Actor("identity", Role.ITSELF);

    /** A file under {@code config/}, which somebody with access to the installation wrote. */
    public static final Actor FILES = new Actor("files", Role.ITSELF);

    /** In which quality somebody acts. */
    public enum Role {
        /** Identity by itself: rotation by age, start-up. */
        ITSELF,
        /** A subject that logs in, agrees or logs out. */
        CITIZEN,
        /** A member of staff, about their own account. */
        STAFF,
        /** A registered client. */
        CLIENT,
        /** Staff who read the audit and change nothing. */
        INSPECTOR,
        /** Staff who look at conflicts and resolve them. */
        OPERATOR,
        /** Staff who register clients and replace keys. */
        ADMINISTRATOR
    }

    public static Actor citizen(String subject) {
        return new Actor(subject, Role.CITIZEN);
    }

    /** By the account's name. */
    public static Actor staff(String name) {
        return new Actor(name, Role.STAFF);
    }

    public static Actor client(String id) {
        return new Actor(id, Role.CLIENT);
    }
}
