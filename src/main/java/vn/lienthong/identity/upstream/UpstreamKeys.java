package vn.lienthong.identity.upstream;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Checks id tokens against the published keys of their provider. Keys are kept for five minutes, and through an outage
 * of the key endpoint for half a day; a key that is not among them is asked for at once, but not by every log-in.
 */
@Component
class UpstreamKeys implements JwtDecoderFactory<ClientRegistration> {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 5_000;
    private static final int LONGEST = 100 * 1024;
    static final Set<JWSAlgorithm> SIGNATURES =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
    private final Map<String, JWKSource<SecurityContext>> sources = new ConcurrentHashMap<>();

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        return decoders.computeIfAbsent(registration.getRegistrationId(), id -> decoder(registration));
    }

    /** The keys of this provider, from memory where they can be. */
    JWKSource<SecurityContext> of(ClientRegistration registration) {
        String address = String.valueOf(registration.getProviderDetails().getJwkSetUri());
        return sources.computeIfAbsent(registration.getRegistrationId(), id -> keys(address));
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNATURES, of(registration)));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
    }

    private static JWKSource<SecurityContext> keys(String address) {
        try {
            var calls = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LONGEST);
            return JWKSourceBuilder.create(URI.create(address).toURL(), calls)
                    .cache(
                            Duration.ofMinutes(5).toMillis(),
                            Duration.ofSeconds(6).toMillis())
                    .rateLimited(Duration.ofSeconds(5).toMillis())
                    .outageTolerant(Duration.ofHours(12).toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The address of the keys cannot be read: " + address, e);
        }
    }
}
