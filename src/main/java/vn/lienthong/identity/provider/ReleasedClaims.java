package vn.lienthong.identity.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.login.Logins;

/** What the user-info endpoint hands over: of the log-in's profile exactly what the granted scopes name. */
@Component
class ReleasedClaims implements Function<OidcUserInfoAuthenticationContext, OidcUserInfo> {

    private final Logins logins;
    private final Disclosure disclosure;

    ReleasedClaims(Logins logins, Disclosure disclosure) {
        this.logins = logins;
        this.disclosure = disclosure;
    }

    @Override
    public OidcUserInfo apply(OidcUserInfoAuthenticationContext context) {
        OAuth2Authorization authorization = context.getAuthorization();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", authorization.getPrincipalName());
        Authentication browser = authorization.getAttribute(java.security.Principal.class.getName());
        Set<String> scopes = context.getAccessToken().getScopes();
        if (Scopes.anyPersonal(scopes)) {
            logins.of(browser).ifPresent(login -> claims.putAll(disclosure.of(login, scopes)));
        }
        return new OidcUserInfo(claims);
    }
}
