package vn.lienthong.identity.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Profiles;
import vn.lienthong.identity.login.StaffRegister;
import vn.lienthong.trust.Seal;

/**
 * What a token says that a system got to act for a citizen: the citizen is its subject, {@code act} the system, and
 * {@code owner} by which ids the hub knows the citizen's dossiers, as keyed hashes that only the hub can compare.
 */
@Component
class DelegationWords {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String ROLE = "CITIZEN";
    private static final String OWNER = "owner:";
    private static final Set<String> PERSONS = Set.of("personal_id", "old_personal_id");
    private static final Set<String> ORGANISATIONS = Set.of("tax_code");

    private final Profiles profiles;
    private final Seal seal;
    private final Clock clock;

    DelegationWords(Profiles profiles, Seal seal, Clock clock) {
        this.profiles = profiles;
        this.seal = seal;
        this.clock = clock;
    }

    void say(Login login, String actor, JwtEncodingContext context) {
        if (StaffRegister.PROVIDER.equals(login.provider())) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, "Nobody acts for staff", null));
        }
        context.getClaims()
                .claim("principal", login.subject())
                .claim("role", ROLE)
                .claim("act", TokenWords.mapped(Map.of("sub", actor)))
                .claim("owner", TokenWords.listed(owners(login)))
                .audience(TokenWords.listed(List.of(TokenWords.HUB)))
                .expiresAt(end(context));
    }

    /** Short, and never longer than the token it was exchanged for. */
    private Instant end(JwtEncodingContext context) {
        Instant soon = clock.instant().plus(LIFE);
        return Stream.ofNullable(context.getAuthorization())
                .map(given -> Objects.requireNonNull(given.getAccessToken())
                        .getToken()
                        .getExpiresAt())
                .filter(Objects::nonNull)
                .filter(soon::isAfter)
                .findFirst()
                .orElse(soon);
    }

    private List<String> owners(Login login) {
        Map<String, Object> profile = profiles.of(login);
        Set<String> claims = "person".equals(profile.get("account_type")) ? PERSONS : ORGANISATIONS;
        return claims.stream()
                .map(profile::get)
                .filter(Objects::nonNull)
                .map(id -> seal.hash(OWNER + id))
                .sorted()
                .toList();
    }
}
