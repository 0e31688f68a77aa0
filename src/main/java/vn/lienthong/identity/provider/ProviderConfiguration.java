package vn.lienthong.identity.provider;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import vn.lienthong.identity.IdentitySettings;
import vn.lienthong.identity.keys.KeyRing;
import vn.lienthong.trust.Seal;

/** What the library keeps, and under which name it speaks. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

    @Bean
    AuthorizationServerSettings providerSettings(IdentitySettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    OAuth2AuthorizationService authorizations(JdbcTemplate db, RegisteredClientRepository clients, Seal seal) {
        return new HashedAuthorizations(db, clients, seal);
    }

    @Bean
    OAuth2AuthorizationConsentService consents(JdbcTemplate db, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationConsentService(db, clients);
    }

    /** Signs with the one key that signs now; all published ones would leave the choice to chance. */
    @Bean
    JwtEncoder jwtEncoder(KeyRing keys) {
        return new NimbusJwtEncoder(keys.signing());
    }

    /** For our own tokens at our own endpoints. */
    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys, IdentitySettings settings) {
        return OwnTokens.decoder(keys, settings.issuer());
    }

    /** One per node would know half of the sessions: the log-in's row is what ends them. */
    @Bean
    SessionRegistry noRegistry() {
        return new SessionRegistryImpl() {
            @Override
            public List<SessionInformation> getAllSessions(Object principal, boolean includeExpired) {
                return List.of();
            }

            @Override
            public void registerNewSession(String sessionId, Object principal) {
                // the log-in's row is the register
            }
        };
    }
}
