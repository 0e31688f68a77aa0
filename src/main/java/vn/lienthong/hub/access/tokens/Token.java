package vn.lienthong.hub.access.tokens;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.audit.Role;

/**
 * What a valid token says.
 *
 * @param principal who is calling, by the name the hub knows
 * @param department the sender whose traffic a department's user may see, empty for others
 * @param agency the code of the agency it was given by, empty when by none
 * @param scopes what may be done within the role
 * @param procedures which procedures' dossiers may be pushed, empty for all
 * @param bound the thumbprint of the certificate that must come with it (RFC 8705), empty when none must
 * @param delegation for which citizen somebody acts, absent for everybody who acts for themselves
 */
public record Token(
        String principal,
        Role role,
        String department,
        String agency,
        Set<String> scopes,
        Set<String> procedures,
        String bound,
        @Nullable Delegation delegation) {

    /**
     * A system acts for a citizen (RFC 8693).
     *
     * @param actor the system
     * @param owner keyed hashes of the citizen's ids
     * @param acr how sure the citizen's log-in was, empty when nothing was said
     */
    public record Delegation(String actor, Set<String> owner, String acr) {}
}
