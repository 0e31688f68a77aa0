package vn.lienthong.identity.upstream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;

/** What a provider says about a session of its own that ended (OpenID Connect Back-Channel Logout 1.0, section 2.6). */
@Component
class LogoutTokens {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final UpstreamKeys keys;
    private final Clock clock;

    LogoutTokens(UpstreamKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Whose session ended: one of them is said, or both. */
    record Ended(@Nullable String sub, @Nullable String sid, Instant at) {}

    /** Empty when it is not from this provider, not for us, not about a log-out, or not from now. */
    Optional<Ended> read(ClientRegistration registration, String token) {
        try {
            JWTClaimsSet said = processor(registration).process(token, null);
            Object events = said.getClaim("events");
            String sub = said.getSubject();
            String sid = said.getStringClaim("sid");
            Instant issued = said.getIssueTime().toInstant();
            boolean right = events instanceof Map<?, ?> named
                    && named.containsKey(EVENT)
                    && (sub != null || sid != null)
                    && isFromNow(issued);
            return right ? Optional.of(new Ended(sub, sid, issued.plus(SKEW))) : Optional.empty();
        } catch (ParseException | BadJOSEException | JOSEException wrong) {
            return Optional.empty();
        }
    }

    private boolean isFromNow(Instant issued) {
        Instant now = clock.instant();
        return issued.isAfter(now.minus(OLDEST)) && issued.isBefore(now.plus(SKEW));
    }

    private DefaultJWTProcessor<SecurityContext> processor(ClientRegistration registration) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(UpstreamKeys.SIGNATURES, keys.of(registration)));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT, null));
        String issuer = Objects.requireNonNull(registration.getProviderDetails().getIssuerUri());
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new HashSet<>(Set.of(registration.getClientId())),
                new JWTClaimsSet.Builder().issuer(issuer).build(),
                Set.of("iat", "jti", "events"),
                Set.of("nonce")));
        return processor;
    }
}
