package vn.lienthong.hub.access.tokens;

import java.util.Set;
import vn.lienthong.hub.platform.audit.Role;

/**
 * What a valid token says.
 *
 * @param principal who is calling, by the name the hub knows
 * @param department the sender whose traffic a department's user may see, empty for others
 * @param agency the code of the agency it was given by, empty when by none
 * @param scopes what may be done within the role
 * @param procedures which procedures' dossiers may be pushed, empty for all
 */
public record Token(
        String principal, Role role, String department, String agency, Set<String> scopes, Set<String> procedures) {}
