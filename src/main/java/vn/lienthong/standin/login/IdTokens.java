package vn.lienthong.standin.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** Makes id tokens, right ones and, for accounts that are there for it, wrong ones. */
final class IdTokens {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration FAR = Duration.ofHours(2);
    private static final String ENDED = "http://schemas.openid.net/event/backchannel-logout";

    /** The one of the two providers that says which session it is. */
    private static final String NAMES_SESSIONS = "/vneid";

    private final Clock clock;
    private volatile RSAKey key = fresh();

    IdTokens(Clock clock) {
        this.clock = clock;
    }

    String published() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** From now on another key signs, and only that one is published. */
    void rotate() {
        key = fresh();
    }

    /** Says that a session ended, rightly or, for tests, wrongly in one way. */
    String logout(String issuer, String client, Form asked) {
        String wrong = asked.text("wrong");
        Instant now = clock.instant().minus(wrong.equals("old") ? FAR : Duration.ZERO);
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(wrong.equals("audience") ? "somebody-else" : client)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of(wrong.equals("event") ? "another" : ENDED, Map.of()));
        if (!asked.text("sub").isEmpty()) {
            claims.subject(asked.text("sub"));
        }
        if (!asked.text("sid").isEmpty()) {
            claims.claim("sid", asked.text("sid"));
        }
        if (wrong.equals("nonce")) {
            claims.claim("nonce", "one");
        }
        return sign(claims.build(), wrong.equals("key") ? fresh() : key).serialize();
    }

    /** Whether this is an id token of ours, whenever it was made. */
    boolean isOurs(String token) {
        try {
            return SignedJWT.parse(token).verify(new RSASSAVerifier(key));
        } catch (ParseException | JOSEException foreign) {
            return false;
        }
    }

    String make(LoginAccount account, String issuer, String client, String nonce) {
        Instant now = clock.instant()
                .plus(account.does("future") ? FAR : Duration.ZERO)
                .minus(account.does("expired") ? FAR : Duration.ZERO);
        var claims = new JWTClaimsSet.Builder()
                .issuer(account.does("wrong-issuer") ? issuer + "/other" : issuer)
                .subject(account.sub())
                .audience(account.does("wrong-audience") ? "somebody-else" : client)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("nonce", account.does("wrong-nonce") ? "another" : nonce)
                .claim(
                        "sid",
                        issuer.endsWith(NAMES_SESSIONS) ? UUID.randomUUID().toString() : null)
                .build();
        return account.does("alg-none") ? new PlainJWT(claims).serialize() : signed(claims, account);
    }

    private String signed(JWTClaimsSet claims, LoginAccount account) {
        SignedJWT jwt = sign(claims, account.does("unknown-key") ? fresh() : key);
        return account.does("altered") ? altered(jwt, claims) : jwt.serialize();
    }

    private static SignedJWT sign(JWTClaimsSet claims, RSAKey with) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID());
            var jwt = new SignedJWT(header.build(), claims);
            jwt.sign(new RSASSASigner(with));
            return jwt;
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The signature of one, the claims of another. */
    private static String altered(SignedJWT jwt, JWTClaimsSet claims) {
        var other = new JWTClaimsSet.Builder(claims).subject("somebody-else").build();
        String[] parts = jwt.serialize().split("\\.");
        return parts[0] + "." + other.toPayload().toBase64URL() + "." + parts[2];
    }

    private static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
