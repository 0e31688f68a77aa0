package vn.lienthong.identity.provider;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationToken;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.Clients;

/**
 * Before the library exchanges a citizen's token (RFC 8693): the system that asks is the one that will act, was given
 * the audience, is of the agency whose portal the citizen agreed with, and gets of what the citizen gave the citizen's own
 * dossiers and nothing else. A token that was exchanged once is never exchanged again.
 */
final class Delegation implements AuthenticationProvider {

    private static final String INVALID_TARGET = "invalid_target";

    /** No scope that opens more than this may ever pass from one token to another. */
    private static final Set<String> PASSED_ON = Set.of(Scopes.OWN_DOSSIERS);

    private final AuthenticationProvider library;
    private final OAuth2AuthorizationService authorizations;
    private final Clients clients;

    Delegation(AuthenticationProvider library, OAuth2AuthorizationService authorizations, Clients clients) {
        this.library = library;
        this.authorizations = authorizations;
        this.clients = clients;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return library.supports(authentication);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        var asked = (OAuth2TokenExchangeAuthenticationToken) authentication;
        Optional<ClientTerms> actor = clients.terms(asked.getName());
        OAuth2Authorization given = authorizations.findByToken(asked.getSubjectToken(), OAuth2TokenType.ACCESS_TOKEN);
        if (actor.isEmpty() || actor.get().exchanges().isEmpty() || given == null) {
            return library.authenticate(asked);
        }
        checkWhoActs(asked, actor.get());
        checkWhatWasGiven(given, actor.get());
        return library.authenticate(narrowed(asked, given, actor.get()));
    }

    private static void checkWhoActs(OAuth2TokenExchangeAuthenticationToken asked, ClientTerms actor) {
        if (asked.getActorToken() != null && !asked.getActorToken().isBlank()) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "The client itself acts: leave actor_token out");
        }
        if (!asked.getResources().isEmpty() || !actor.exchanges().containsAll(asked.getAudiences())) {
            throw refused(INVALID_TARGET, "The client may not act there");
        }
    }

    private void checkWhatWasGiven(OAuth2Authorization given, ClientTerms actor) {
        if (AuthorizationGrantType.TOKEN_EXCHANGE.equals(given.getAuthorizationGrantType())) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "A token that was exchanged is not exchanged again");
        }
        boolean sameAgency = clients.terms(given.getRegisteredClientId())
                .filter(portal -> Objects.equals(portal.agency(), actor.agency()))
                .isPresent();
        if (!sameAgency) {
            throw refused(OAuth2ErrorCodes.INVALID_GRANT, "The token was given to another agency");
        }
    }

    /** Asked for by name, or what both have. */
    private static OAuth2TokenExchangeAuthenticationToken narrowed(
            OAuth2TokenExchangeAuthenticationToken asked, OAuth2Authorization given, ClientTerms actor) {
        Set<String> gave =
                Objects.requireNonNull(given.getAccessToken()).getToken().getScopes();
        Set<String> wanted = new LinkedHashSet<>(asked.getScopes());
        if (wanted.isEmpty()) {
            wanted.addAll(gave);
            wanted.retainAll(actor.scopes());
        }
        boolean agreed = gave.containsAll(wanted);
        wanted.retainAll(PASSED_ON);
        if (wanted.isEmpty() || !agreed) {
            throw refused(OAuth2ErrorCodes.INVALID_SCOPE, "The citizen did not agree to that");
        }
        return new OAuth2TokenExchangeAuthenticationToken(
                asked.getRequestedTokenType(),
                asked.getSubjectToken(),
                asked.getSubjectTokenType(),
                (Authentication) asked.getPrincipal(),
                null,
                null,
                asked.getResources(),
                asked.getAudiences(),
                wanted,
                asked.getAdditionalParameters());
    }

    private static OAuth2AuthenticationException refused(String code, String words) {
        return new OAuth2AuthenticationException(new OAuth2Error(code, words, null));
    }
}
