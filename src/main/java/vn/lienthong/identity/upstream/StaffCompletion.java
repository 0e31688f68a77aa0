package vn.lienthong.identity.upstream;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.login.Above;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.login.StaffRegister;
import vn.lienthong.identity.login.StaffRights;

/**
 * After a log-in of staff at the province's own provider: only an account that an administrator named lets anybody in,
 * and the rights are ours. No claim gives a right, and none makes an account.
 */
@Component
class StaffCompletion {

    private final StaffRegister register;
    private final Logins logins;
    private final Journal journal;
    private final Clock clock;

    StaffCompletion(StaffRegister register, Logins logins, Journal journal, Clock clock) {
        this.register = register;
        this.logins = logins;
        this.journal = journal;
        this.clock = clock;
    }

    Authentication begin(Upstream upstream, OidcUser said) {
        String subject = register.known(upstream.issuer(), Objects.requireNonNull(said.getSubject()))
                .orElseThrow(() -> refused("unknown_staff"));
        var login = new Login(
                UUID.randomUUID(), subject, null, StaffRegister.PROVIDER, upstream.level(), null, clock.instant());
        StaffRights rights = register.rights(login).orElseThrow(() -> refused("staff_without_rights"));
        Authentication ours = logins.begin(login, above(upstream, said));
        if (logins.of(ours).isEmpty()) {
            throw refused("locked_staff");
        }
        var details = Map.of("subject", subject, "provider", upstream.id(), "acr", String.valueOf(login.acr()));
        journal.record(Actor.staff(rights.name()), "logged-in", login.id().toString(), details);
        return ours;
    }

    /** What the log-in is at that provider. */
    static Above above(Upstream upstream, OidcUser said) {
        return new Above(
                upstream.id(),
                said.getIdToken().getTokenValue(),
                said.getIdToken().getClaimAsString("sid"));
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(why));
    }
}
