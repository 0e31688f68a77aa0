package vn.lienthong.identity.provider;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** Reads what we signed ourselves a moment ago. */
final class SignedTokens {

    private SignedTokens() {}

    /** Whom it is about. */
    static @Nullable String subject(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getSubject();
        } catch (ParseException impossible) {
            return null;
        }
    }
}
