package vn.lienthong.identity.provider;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;

/** Writes every grant and every denial of the protocol's end points into the audit. */
@Component
class Witness implements AuthenticationEventPublisher {

    private static final Logger log = LoggerFactory.getLogger(Witness.class);
    private static final int LONGEST = 100;

    private final Journal journal;

    Witness(Journal journal) {
        this.journal = journal;
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
        var details =
                Map.of("scopes", granted.getAccessToken().getScopes(), "refresh", granted.getRefreshToken() != null);
        journal.record(Actor.client(client), "token-granted", client, details);
    }

    /** A denial stays one when the audit cannot be written; it grants nothing. */
    @Override
    public void publishAuthenticationFailure(AuthenticationException failure, Authentication asked) {
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        String what = asked.getClass().getSimpleName().replaceFirst("(Authentication)?Token$", "");
        try {
            journal.record(Actor.IDENTITY, "refused", who(asked), Map.of("error", plain(code), "call", what));
        } catch (DataAccessException | TransactionException unwritten) {
            log.warn(
                    "A denial could not be written to the audit: {}",
                    unwritten.getClass().getSimpleName());
        }
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
