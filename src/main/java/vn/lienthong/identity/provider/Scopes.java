package vn.lienthong.identity.provider;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scopes that hand personal data over, and the claims each one hands over; people are asked before. */
public final class Scopes {

    /** In the order in which people read them. */
    public static final List<String> PERSONAL =
            List.of("profile", "personal_id", "contact", "organisation", "own.dossiers");

    /** Lets a department read at the hub, for the citizen, what was filed in the citizen's name. */
    static final String OWN_DOSSIERS = "own.dossiers";

    static final Map<String, Set<String>> CLAIMS = Map.of(
            "profile", Set.of("name", "birthdate", "gender", "account_type"),
            "personal_id", Set.of("personal_id", "old_personal_id"),
            "contact", Set.of("email", "phone_number", "address"),
            "organisation", Set.of("tax_code", "organisation_name", "representative"));

    private Scopes() {}

    static boolean anyPersonal(Set<String> scopes) {
        return PERSONAL.stream().anyMatch(scopes::contains);
    }
}
