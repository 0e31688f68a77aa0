package vn.lienthong.hub.access.tokens;

import java.util.Set;
import vn.lienthong.hub.platform.audit.Role;

/**
 * What a valid token says.
 *
 * @param principal who is calling, by the name the hub knows
 * @param scopes what may be done within the role
 * @param procedures which procedures' dossiers may be pushed, empty for all
 */
public record Token(String principal, Role role, Set<String> scopes, Set<String> procedures) {}
