package vn.lienthong.identity.provider;

import java.util.Map;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.pace.Denials;

/** Writes every grant and every denial of the protocol's end points into the audit. */
@Component
class Witness implements AuthenticationEventPublisher {

    private static final int LONGEST = 100;

    private final Journal journal;
    private final Denials denials;

    Witness(Journal journal, Denials denials) {
        this.journal = journal;
        this.denials = denials;
    }

    @Override
    public void publishAuthenticationSuccess(Authentication done) {
        if (done instanceof OAuth2AccessTokenAuthenticationToken granted) {
            granted(granted);
        } else if (done instanceof OAuth2AuthorizationCodeRequestAuthenticationToken code
                && code.getAuthorizationCode() != null) {
            var scopes = Map.of("scopes", code.getScopes());
            journal.record(Actor.citizen(code.getName()), "code-granted", code.getClientId(), scopes);
        } else if (done instanceof OAuth2TokenRevocationAuthenticationToken) {
            journal.record(Actor.client(done.getName()), "token-revoked", done.getName(), Map.of());
        }
    }

    private void granted(OAuth2AccessTokenAuthenticationToken granted) {
        String client = granted.getRegisteredClient().getClientId();
        if (granted.getAdditionalParameters().containsKey("issued_token_type")) {
            exchanged(granted, client);
            return;
        }
        var details =
                Map.of("scopes", granted.getAccessToken().getScopes(), "refresh", granted.getRefreshToken() != null);
        journal.record(Actor.client(client), "token-granted", client, details);
    }

    /** Which system acts for which citizen from now on; the citizen's name at the hub is the token's subject. */
    private void exchanged(OAuth2AccessTokenAuthenticationToken granted, String client) {
        var scopes = Map.of("scopes", granted.getAccessToken().getScopes());
        String citizen =
                String.valueOf(SignedTokens.subject(granted.getAccessToken().getTokenValue()));
        journal.record(Actor.client(client), "token-exchanged", citizen, scopes);
    }

    @Override
    public void publishAuthenticationFailure(AuthenticationException failure, Authentication asked) {
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        String what = asked.getClass().getSimpleName().replaceFirst("(Authentication)?Token$", "");
        denials.record("refused", who(asked), Map.of("error", plain(code), "call", what));
    }

    /** Never a token: what failed as a bearer has no name worth keeping. */
    private static String who(Authentication asked) {
        String name = asked
                        instanceof
                        org.springframework.security.oauth2.server.resource.authentication
                                .BearerTokenAuthenticationToken
                ? "bearer"
                : String.valueOf(asked.getName());
        return plain(name);
    }

    private static String plain(String text) {
        String safe = text.replaceAll("[^A-Za-z0-9_.:-]", "?");
        return safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
    }
}
