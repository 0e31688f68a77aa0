package vn.lienthong.standin.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Makes id tokens, right ones and, for accounts that are there for it, wrong ones. */
final class IdTokens {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration FAR = Duration.ofHours(2);

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
                .build();
        return account.does("alg-none") ? new PlainJWT(claims).serialize() : signed(claims, account);
    }

    private String signed(JWTClaimsSet claims, LoginAccount account) {
        RSAKey with = account.does("unknown-key") ? fresh() : key;
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID());
            var jwt = new SignedJWT(header.build(), claims);
            jwt.sign(new RSASSASigner(with));
            return account.does("altered") ? altered(jwt, claims) : jwt.serialize();
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
