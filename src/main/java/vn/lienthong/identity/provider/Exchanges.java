package vn.lienthong.identity.provider;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.client.Clients;

/** Puts our conditions before the library's own part that exchanges tokens. */
@Component
class Exchanges {

    private final OAuth2AuthorizationService authorizations;
    private final Clients clients;

    Exchanges(OAuth2AuthorizationService authorizations, Clients clients) {
        this.authorizations = authorizations;
        this.clients = clients;
    }

    void apply(List<AuthenticationProvider> providers) {
        providers.replaceAll(provider -> provider instanceof OAuth2TokenExchangeAuthenticationProvider
                ? new Delegation(provider, authorizations, clients)
                : provider);
    }
}
