package vn.lienthong.identity.client;

import java.net.URI;
import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Terms in the library's words: PKCE for everybody who logs people in, refresh tokens used once. */
final class ClientForm {

    private ClientForm() {}

    static RegisteredClient of(ClientTerms terms, List<String> secretHashes) {
        var client = RegisteredClient.withId(terms.id())
                .clientId(terms.id())
                .clientName(terms.nameIn("vi"))
                .scopes(scopes -> scopes.addAll(terms.scopes()))
                .redirectUris(
                        all -> terms.redirects().stream().map(URI::toString).forEach(all::add))
                .postLogoutRedirectUris(
                        all -> terms.afterLogout().stream().map(URI::toString).forEach(all::add))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(terms.kind().logsPeopleIn())
                        .requireAuthorizationConsent(terms.asksForConsent())
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(terms.accessLife())
                        .refreshTokenTimeToLive(terms.refreshLife())
                        .reuseRefreshTokens(false)
                        .x509CertificateBoundAccessTokens(!terms.certificates().isEmpty())
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                        .build());
        grants(terms, client);
        proof(terms, secretHashes, client);
        return client.build();
    }

    private static void grants(ClientTerms terms, RegisteredClient.Builder client) {
        if (terms.kind().logsPeopleIn()) {
            client.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
        } else {
            client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
        }
        if (!terms.exchanges().isEmpty()) {
            client.authorizationGrantType(AuthorizationGrantType.TOKEN_EXCHANGE);
        }
    }

    private static void proof(ClientTerms terms, List<String> secretHashes, RegisteredClient.Builder client) {
        if (!terms.certificates().isEmpty()) {
            client.clientAuthenticationMethod(ClientAuthenticationMethod.TLS_CLIENT_AUTH)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH);
        }
        if (terms.provesItselfBySecret()) {
            client.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                    .clientSecret(SecretHashes.joined(secretHashes));
        } else if (!terms.kind().hasSecret()) {
            client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
    }
}
