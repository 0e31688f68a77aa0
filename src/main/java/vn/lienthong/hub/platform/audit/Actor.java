package vn.lienthong.hub.platform.audit;

/** Who does something, under which role; the hub itself acts as {@link #HUB}. */
public record Actor(String name, Role role) {

    public static final Actor HUB = new Actor("hub", Role.ADMINISTRATOR);
}
