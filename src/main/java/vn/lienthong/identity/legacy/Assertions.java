package vn.lienthong.identity.legacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.IdentitySettings;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.provider.Disclosure;

/**
 * The header for one request: who is behind it, for this portal and no other, signed by the keys of every token. Its type
 * is its own, so that it passes nowhere for a token, nor a token for it.
 */
@Component
class Assertions {

    private static final String TYPE = "lienthong-subject+jwt";
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final JwtEncoder encoder;
    private final Disclosure disclosure;
    private final String issuer;
    private final Clock clock;

    Assertions(JwtEncoder encoder, Disclosure disclosure, IdentitySettings settings, Clock clock) {
        this.encoder = encoder;
        this.disclosure = disclosure;
        this.issuer = settings.issuer().toString();
        this.clock = clock;
    }

    /** The request as the proxy got it; the path without its query, which may say too much. */
    record Asked(String method, String host, String path) {}

    String of(Voucher session, Login login, Asked asked) {
        Instant now = clock.instant();
        var claims = JwtClaimsSet.builder();
        disclosure.of(login, session.scopes()).forEach(claims::claim);
        claims.issuer(issuer)
                .subject(login.subject())
                .audience(List.of(session.client()))
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .id(UUID.randomUUID().toString())
                .claim("sid", login.id().toString())
                .claim("method", asked.method())
                .claim("host", asked.host())
                .claim("path", asked.path());
        if (login.acr() != null) {
            claims.claim("acr", login.acr());
        }
        var header = JwsHeader.with(SignatureAlgorithm.RS256).type(TYPE).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }
}
