package vn.lienthong.identity.login;

import java.util.Optional;
import java.util.Set;

/** Who is staff, for those who write tokens or receive log-ins from elsewhere. */
public interface StaffRegister {

    /** What a log-in says as its provider when it is one of staff. */
    String PROVIDER = "staff";

    /** Scopes that reach into this provider's own administration; no token of a citizen carries one. */
    Set<String> RESERVED = Set.of("identity.audit", "identity.operate", "identity.admin");

    /** Empty for a citizen's log-in, and for staff whose rights are over. */
    Optional<StaffRights> rights(Login login);

    /** The subject that an administrator named for this account of the province's own provider. */
    Optional<String> known(String issuer, String sub);
}
