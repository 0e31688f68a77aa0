package vn.lienthong.hub.access.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.audit.Role;

/**
 * Reads access tokens of the identity provider: signature, issuer, audience and times as RFC 9068 asks, then who it is
 * ({@code principal}, {@code role}) and how far the token reaches ({@code scope}, {@code procedures}, {@code department}).
 */
@Component
@EnableConfigurationProperties(TokenSettings.class)
public class Tokens {

    private static final int LONGEST = 8 * 1024;
    private static final Set<String> REQUIRED = Set.of("exp", "iat", "principal", "role");

    private final TokenSettings settings;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    Tokens(TokenSettings settings, TokenKeys keys, Clock clock) {
        this.settings = settings;
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys));
        processor.setJWTClaimsSetVerifier(claims(settings, clock));
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> claims(TokenSettings settings, Clock clock) {
        var exact = new JWTClaimsSet.Builder().issuer(settings.issuer()).build();
        var verifier = new DefaultJWTClaimsVerifier<SecurityContext>(settings.audience(), exact, REQUIRED) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        verifier.setMaxClockSkew((int) settings.skew().toSeconds());
        return verifier;
    }

    /** What the token says; empty when it is none of ours, altered, too early, over, or meant for somebody else. */
    public Optional<Token> read(String presented) {
        if (!settings.taken() || presented.length() > LONGEST || presented.indexOf('.') < 0) {
            return Optional.empty();
        }
        try {
            return token(processor.process(SignedJWT.parse(presented), null));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException untrue) {
            return Optional.empty();
        }
    }

    private static Optional<Token> token(JWTClaimsSet claims) throws ParseException {
        String principal = claims.getStringClaim("principal");
        Role role = Role.valueOf(claims.getStringClaim("role"));
        Token.Delegation delegation = delegation(claims);
        return principal == null || principal.isBlank() || (role == Role.CITIZEN) != (delegation != null)
                ? Optional.empty()
                : Optional.of(new Token(
                        principal,
                        role,
                        Objects.requireNonNullElse(claims.getStringClaim("department"), ""),
                        Objects.requireNonNullElse(claims.getStringClaim("agency"), ""),
                        texts(claims.getClaim("scope")),
                        texts(claims.getClaim("procedures")),
                        bound(claims),
                        delegation));
    }

    /** One system for one citizen; who acts for somebody who acts is not understood, so such a token opens nothing. */
    private static Token.@Nullable Delegation delegation(JWTClaimsSet claims) throws ParseException {
        Map<String, Object> act = claims.getJSONObjectClaim("act");
        if (act == null) {
            return null;
        }
        if (act.containsKey("act") || !(act.get("sub") instanceof String actor) || actor.isBlank()) {
            throw new IllegalArgumentException("act");
        }
        return new Token.Delegation(
                actor, texts(claims.getClaim("owner")), Objects.requireNonNullElse(claims.getStringClaim("acr"), ""));
    }

    /** Other ways to bind a token are not understood, so such a token opens nothing. */
    private static String bound(JWTClaimsSet claims) throws ParseException {
        Map<String, Object> confirmation = claims.getJSONObjectClaim("cnf");
        if (confirmation == null) {
            return "";
        }
        if (confirmation.size() != 1
                || !(confirmation.get("x5t#S256") instanceof String thumbprint)
                || thumbprint.isBlank()) {
            throw new IllegalArgumentException("cnf");
        }
        return thumbprint;
    }

    /** A list, or one text with spaces between as RFC 9068 writes scopes. */
    private static Set<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> Set.of();
            case List<?> many -> Set.copyOf(many.stream().map(String::valueOf).toList());
            default -> Set.of(String.valueOf(claim).strip().split("\\s+"));
        };
    }
}
