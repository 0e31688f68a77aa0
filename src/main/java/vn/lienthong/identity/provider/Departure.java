package vn.lienthong.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.login.Logins;

/**
 * Ends a log-in: at a client's word with an id token as proof, or at the citizen's own here. Without proof nobody is
 * logged out by following a link: they are asked.
 */
@Component
public class Departure implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final String PROOF = "id_token_hint";

    private final Logins logins;
    private final Journal journal;
    private final SecurityContextLogoutHandler session = new SecurityContextLogoutHandler();

    Departure(Logins logins, Journal journal) {
        this.logins = logins;
        this.journal = journal;
    }

    /** The log-in of this browser, and with it every refresh token, is over. */
    public void leave(@Nullable Authentication browser, HttpServletRequest request, HttpServletResponse response) {
        Logins.idOf(browser).ifPresent(id -> end(id, browser == null ? "" : browser.getName()));
        session.logout(request, response, browser);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var leaving = (OidcLogoutAuthenticationToken) authentication;
        OidcIdToken proof = leaving.getIdToken();
        String named = proof == null ? null : proof.getClaimAsString("sid");
        if (proof != null && named != null) {
            end(UUID.fromString(named), proof.getSubject());
        }
        leave(leaving.isPrincipalAuthenticated() ? (Authentication) leaving.getPrincipal() : null, request, response);
        String address = leaving.getPostLogoutRedirectUri();
        response.sendRedirect(address == null || address.isBlank() ? "/logged-out" : back(address, leaving.getState()));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (request.getParameter(PROOF) == null || isNoProofAnyMore(failure)) {
            response.sendRedirect("/logout");
        } else {
            request.setAttribute(StayedHere.ATTRIBUTE, "invalid_request");
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    /** An id token that we no longer know, because all that came with it is long over. */
    private static boolean isNoProofAnyMore(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException oauth
                && OAuth2ErrorCodes.INVALID_TOKEN.equals(oauth.getError().getErrorCode());
    }

    private void end(UUID id, @Nullable String subject) {
        if (logins.end(id, "log-out")) {
            journal.record(Actor.citizen(String.valueOf(subject)), "logged-out", id.toString(), Map.of());
        }
    }

    private static String back(String address, @Nullable String state) {
        var to = UriComponentsBuilder.fromUriString(address);
        return state == null || state.isBlank()
                ? address
                : to.queryParam("state", "{state}")
                        .encode()
                        .buildAndExpand(state)
                        .toUriString();
    }
}
