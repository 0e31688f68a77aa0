package vn.lienthong.identity.login;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a member of staff may do today.
 *
 * @param name the account's name, the principal at the hub and in its audit
 * @param role in the hub's words
 * @param department the sender whose traffic a department's user may see
 * @param agency whose person it is, by its code
 * @param reserved the scopes of staff that this role may carry
 */
public record StaffRights(
        String name,
        String displayName,
        String role,
        @Nullable String department,
        @Nullable String agency,
        Set<String> reserved) {}
