package vn.lienthong.identity.http;

import java.util.Objects;
import org.springframework.security.core.Authentication;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Actor.Role;

/** Who calls the API, for the audit; what they may do was decided before they got here. */
public final class Callers {

    /** Scope of those who look at conflicts and resolve them. */
    public static final String OPERATE = "identity.operate";

    /** Scope of those who register clients, replace keys and lock subjects. */
    public static final String ADMINISTER = "identity.admin";

    private Callers() {}

    public static Actor actor(Authentication caller) {
        boolean administers = caller.getAuthorities().stream()
                .anyMatch(right -> Objects.equals(right.getAuthority(), "SCOPE_" + ADMINISTER));
        return new Actor(caller.getName(), administers ? Role.ADMINISTRATOR : Role.OPERATOR);
    }
}
