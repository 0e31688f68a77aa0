package vn.lienthong.identity.provider;

import java.util.Optional;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.Clients;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Logins;

/** What our tokens say beyond the standard: how sure the log-in is and which one it is; never a personal value. */
@Component
class TokenWords implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Logins logins;
    private final Clients clients;

    TokenWords(Logins logins, Clients clients) {
        this.logins = logins;
        this.clients = clients;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        String client = context.getRegisteredClient().getClientId();
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            Optional<String> agency = clients.terms(client).map(ClientTerms::agency);
            agency.ifPresent(code -> context.getClaims().claim("agency", code));
        } else {
            say(logins.of(context.getPrincipal()).orElseThrow(TokenWords::over), context);
        }
        if (!OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            context.getClaims().claim("client_id", client);
        }
    }

    /** A refresh token is worth as much as the log-in it came from. */
    private static OAuth2AuthenticationException over() {
        return new OAuth2AuthenticationException(
                new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, "The log-in has ended", null));
    }

    private static void say(Login login, JwtEncodingContext context) {
        var claims = context.getClaims();
        claims.claim("sid", login.id().toString());
        if (login.acr() != null) {
            claims.claim("acr", login.acr());
        }
        if (login.ial() != null) {
            claims.claim("ial", login.ial());
        }
    }
}
