package vn.lienthong.identity.http;

import java.util.Objects;
import org.springframework.security.core.Authentication;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Actor.Role;

/** Who calls the API, for the audit; what they may do was decided before they got here. */
public final class Callers {

    /** Scope of those who read the audit and change nothing. */
    public static final String INSPECT = "identity.audit";

    /** Scope of those who look at conflicts and resolve them. */
    public static final String OPERATE = "identity.operate";

    /** Scope of those who register clients, replace keys and lock subjects. */
    public static final String ADMINISTER = "identity.admin";

    private Callers() {}

    public static Actor actor(Authentication caller) {
        Role operates = may(caller, OPERATE) ? Role.OPERATOR : Role.INSPECTOR;
        return new Actor(caller.getName(), may(caller, ADMINISTER) ? Role.ADMINISTRATOR : operates);
    }

    private static boolean may(Authentication caller, String scope) {
        return caller.getAuthorities().stream()
                .anyMatch(right -> Objects.equals(right.getAuthority(), "SCOPE_" + scope));
    }
}
