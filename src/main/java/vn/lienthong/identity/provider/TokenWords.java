package vn.lienthong.identity.provider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.Clients;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.telling.LoginClients;

/** What our tokens say beyond the standard: how sure the log-in is and which one it is; never a personal value. */
@Component
class TokenWords implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String HUB = "lienthong-hub";

    private final Logins logins;
    private final Clients clients;
    private final LoginClients told;
    private final StaffWords staff;
    private final DelegationWords delegation;

    TokenWords(Logins logins, Clients clients, LoginClients told, StaffWords staff, DelegationWords delegation) {
        this.logins = logins;
        this.clients = clients;
        this.told = told;
        this.staff = staff;
        this.delegation = delegation;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        String client = context.getRegisteredClient().getClientId();
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            clients.terms(client).ifPresent(terms -> say(terms, context));
        } else {
            Login login = logins.of(context.getPrincipal()).orElseThrow(TokenWords::over);
            say(login, context);
            say(login, client, context);
        }
        if (!OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            context.getClaims().claim("client_id", client);
        }
    }

    private void say(Login login, String client, JwtEncodingContext context) {
        if (AuthorizationGrantType.TOKEN_EXCHANGE.equals(context.getAuthorizationGrantType())) {
            delegation.say(login, client, context);
            return;
        }
        told.note(login.id(), client);
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            staff.say(login, client, context);
        }
    }

    /** The hub reads as whom and in which role a machine calls; a token without these opens nothing there. */
    private static void say(ClientTerms terms, JwtEncodingContext context) {
        var claims = context.getClaims();
        if (terms.agency() != null) {
            claims.claim("agency", terms.agency());
        }
        if (terms.principal() != null && terms.role() != null) {
            claims.claim("principal", terms.principal())
                    .claim("role", terms.role())
                    .audience(listed(List.of(HUB)));
        }
        if (!terms.procedures().isEmpty()) {
            claims.claim("procedures", listed(terms.procedures()));
        }
    }

    /** The library stores claims with their types, and reads back only lists that it knows. */
    static List<String> listed(List<String> words) {
        return new ArrayList<>(words);
    }

    static Map<String, String> mapped(Map<String, String> words) {
        return new HashMap<>(words);
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
