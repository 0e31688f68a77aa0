package vn.lienthong.identity.telling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.IdentitySettings;

/**
 * What a client is told, signed by the keys of every token: a logout token (OpenID Connect Back-Channel Logout 1.0,
 * section 2.4) or a security event token (RFC 8417). Neither says anything of a person but our id of the subject.
 */
@Component
class EventTokens {

    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final JwtEncoder encoder;
    private final String issuer;
    private final Clock clock;

    EventTokens(JwtEncoder encoder, IdentitySettings settings, Clock clock) {
        this.encoder = encoder;
        this.issuer = settings.issuer().toString();
        this.clock = clock;
    }

    String of(Errand errand) {
        return errand.kind() == Errand.Kind.LOGOUT ? logout(errand) : event(errand);
    }

    /** Made anew for each attempt, as it is valid for two minutes only; a portal that was down gets a fresh one. */
    private String logout(Errand errand) {
        Instant now = clock.instant();
        var claims = claims(errand, now)
                .expiresAt(now.plus(LIFE))
                .claim("sid", String.valueOf(errand.login()))
                .claim("events", Map.of(LOGOUT, Map.of()));
        return signed("logout+jwt", claims);
    }

    private String event(Errand errand) {
        Map<String, Object> said = new HashMap<>(Map.of("at", errand.at().getEpochSecond(), "no", errand.id()));
        if (errand.login() != null) {
            said.put("sid", errand.login().toString());
        }
        var claims = claims(errand, clock.instant())
                .claim("events", Map.of(errand.event().uri(), said));
        return signed("secevent+jwt", claims);
    }

    private JwtClaimsSet.Builder claims(Errand errand, Instant now) {
        return JwtClaimsSet.builder()
                .issuer(issuer)
                .subject(errand.subject())
                .audience(List.of(errand.client()))
                .issuedAt(now)
                .id(errand.kind().name().toLowerCase(Locale.ROOT) + "-" + errand.id());
    }

    private String signed(String type, JwtClaimsSet.Builder claims) {
        var header = JwsHeader.with(SignatureAlgorithm.RS256).type(type).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }
}
