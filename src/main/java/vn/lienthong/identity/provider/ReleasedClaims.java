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
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.login.Profiles;
import vn.lienthong.identity.login.StaffRegister;

/** What the user-info endpoint hands over: of the log-in's profile exactly what the granted scopes name. */
@Component
class ReleasedClaims implements Function<OidcUserInfoAuthenticationContext, OidcUserInfo> {

    private final Logins logins;
    private final Profiles profiles;
    private final StaffRegister staff;

    ReleasedClaims(Logins logins, Profiles profiles, StaffRegister staff) {
        this.logins = logins;
        this.profiles = profiles;
        this.staff = staff;
    }

    @Override
    public OidcUserInfo apply(OidcUserInfoAuthenticationContext context) {
        OAuth2Authorization authorization = context.getAuthorization();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", authorization.getPrincipalName());
        Authentication browser = authorization.getAttribute(java.security.Principal.class.getName());
        Set<String> scopes = context.getAccessToken().getScopes();
        if (Scopes.anyPersonal(scopes)) {
            logins.of(browser).ifPresent(login -> {
                Map<String, Object> profile = profile(login);
                Scopes.PERSONAL.stream()
                        .filter(scopes::contains)
                        .flatMap(scope -> Scopes.CLAIMS.getOrDefault(scope, Set.of()).stream())
                        .filter(profile::containsKey)
                        .forEach(claim -> claims.put(claim, profile.get(claim)));
            });
        }
        return new OidcUserInfo(claims);
    }

    private Map<String, Object> profile(Login login) {
        return staff.rights(login)
                .map(rights -> Map.<String, Object>of("name", rights.displayName()))
                .orElseGet(() -> profiles.of(login));
    }
}
