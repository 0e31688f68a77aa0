package vn.lienthong.identity.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.Clients;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.StaffRegister;
import vn.lienthong.identity.login.StaffRights;

/**
 * What the access tokens of staff say: as whom and in which role they call the hub, as it is today. A citizen's token
 * says none of it, whatever its client asked for, and the scopes of our own administration go with the role.
 */
@Component
class StaffWords {

    private static final Set<String> HUBS = Set.of(
            "submission.write",
            "submission.read",
            "questions",
            "inbox",
            "status.read",
            "tracking.read",
            "catalog.read",
            "dossier.read",
            "hub.read",
            "hub.write",
            "hub.admin");

    private final StaffRegister register;
    private final Clients clients;

    StaffWords(StaffRegister register, Clients clients) {
        this.register = register;
        this.clients = clients;
    }

    void say(Login login, String client, JwtEncodingContext context) {
        boolean theirs = clients.terms(client).map(ClientTerms::isForStaff).orElse(false);
        Optional<StaffRights> rights = register.rights(login).filter(any -> theirs);
        Set<String> scopes = new TreeSet<>(context.getAuthorizedScopes());
        Set<String> allowed = rights.map(StaffRights::reserved).orElse(Set.of());
        scopes.removeIf(scope -> StaffRegister.RESERVED.contains(scope) && !allowed.contains(scope));
        if (rights.isEmpty()) {
            scopes.removeAll(HUBS);
        }
        context.getClaims().claim("scope", new ArrayList<>(scopes));
        rights.filter(any -> scopes.stream().anyMatch(HUBS::contains)).ifPresent(known -> say(known, context));
    }

    private static void say(StaffRights rights, JwtEncodingContext context) {
        var claims = context.getClaims();
        claims.claim("principal", rights.name())
                .claim("role", rights.role())
                .audience(TokenWords.listed(List.of(TokenWords.HUB)));
        if (rights.department() != null) {
            claims.claim("department", rights.department());
        }
        if (rights.agency() != null) {
            claims.claim("agency", rights.agency());
        }
    }
}
