package vn.lienthong.identity.provider;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationProvider;
import org.springframework.stereotype.Component;

/**
 * Under which conditions somebody is sent back with a code: the address is one of the registered, letter by letter; the
 * log-in is sure enough; and people were asked where personal data leaves.
 */
@Component
class CodeConditions {

    private final Assurance assurance;

    CodeConditions(Assurance assurance) {
        this.assurance = assurance;
    }

    void apply(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider code) {
                code.setAuthenticationValidator(validator());
                code.setAuthorizationConsentRequired(CodeConditions::consentNeeded);
            } else if (provider instanceof OAuth2PushedAuthorizationRequestAuthenticationProvider pushed) {
                pushed.setAuthenticationValidator(validator());
            }
        }
    }

    private Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> validator() {
        Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> address = CodeConditions::checkAddress;
        return address.andThen(new OAuth2AuthorizationCodeRequestAuthenticationValidator())
                .andThen(assurance);
    }

    /** The library lets the port of a loopback address differ; here nothing may. */
    private static void checkAddress(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        String wanted = request.getRedirectUri();
        if (wanted != null && !context.getRegisteredClient().getRedirectUris().contains(wanted)) {
            var error = new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri is not registered", null);
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(error, null);
        }
    }

    private static boolean consentNeeded(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        if (!context.getRegisteredClient().getClientSettings().isRequireAuthorizationConsent()) {
            return false;
        }
        Set<String> wanted =
                Objects.requireNonNull(context.getAuthorizationRequest()).getScopes();
        var given = context.getAuthorizationConsent();
        return Scopes.PERSONAL.stream()
                .filter(wanted::contains)
                .anyMatch(scope -> given == null || !given.getScopes().contains(scope));
    }
}
