package vn.lienthong.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.login.Above;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.login.StaffRegister;
import vn.lienthong.identity.upstream.UpwardDeparture;

/**
 * Ends a log-in: at a client's word with an id token as proof, or at the citizen's own here. Without proof nobody is
 * logged out by following a link: they are asked.
 */
@Component
public class Departure implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final String HERE = "/logged-out";
    private static final String PROOF = "id_token_hint";

    private final Logins logins;
    private final StaffRegister staff;
    private final Journal journal;
    private final UpwardDeparture upward;
    private final Onward onward;
    private final TransactionTemplate transaction;
    private final SecurityContextLogoutHandler session = new SecurityContextLogoutHandler();

    Departure(
            Logins logins,
            StaffRegister staff,
            Journal journal,
            UpwardDeparture upward,
            Onward onward,
            TransactionTemplate transaction) {
        this.logins = logins;
        this.staff = staff;
        this.journal = journal;
        this.upward = upward;
        this.onward = onward;
        this.transaction = transaction;
    }

    /** The log-in of this browser, and with it every refresh token, is over; where the browser goes to now. */
    public String leave(@Nullable Authentication browser, HttpServletRequest request, HttpServletResponse response) {
        Optional<Above> above = close(browser, request, response);
        return by(above, HERE, response);
    }

    private Optional<Above> close(
            @Nullable Authentication browser, HttpServletRequest request, HttpServletResponse response) {
        Optional<Above> above = Logins.idOf(browser).flatMap(id -> end(id, browser == null ? "" : browser.getName()));
        session.logout(request, response, browser);
        return above;
    }

    /** By the provider above, where there is one to log out at, and to that address afterwards. */
    private String by(Optional<Above> above, String address, HttpServletResponse response) {
        Optional<URI> there = above.flatMap(upward::address);
        there.ifPresent(any -> onward.keep(address, response));
        return there.map(URI::toString).orElse(address);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var leaving = (OidcLogoutAuthenticationToken) authentication;
        OidcIdToken proof = leaving.getIdToken();
        String named = proof == null ? null : proof.getClaimAsString("sid");
        Optional<Above> proven =
                proof == null || named == null ? Optional.empty() : end(UUID.fromString(named), proof.getSubject());
        Authentication browser = leaving.isPrincipalAuthenticated() ? (Authentication) leaving.getPrincipal() : null;
        Optional<Above> above = close(browser, request, response).or(() -> proven);
        String address = leaving.getPostLogoutRedirectUri();
        String wanted = address == null || address.isBlank() ? HERE : back(address, leaving.getState());
        response.sendRedirect(by(above, wanted, response));
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

    /** What it was above, if it ends now. */
    private Optional<Above> end(UUID id, @Nullable String subject) {
        Actor who = logins.find(id)
                .flatMap(staff::rights)
                .map(rights -> Actor.staff(rights.name()))
                .orElseGet(() -> Actor.citizen(String.valueOf(subject)));
        boolean ended = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean now = logins.end(id, "log-out");
            if (now) {
                journal.record(who, "logged-out", id.toString(), Map.of());
            }
            return now;
        }));
        return ended ? logins.above(id) : Optional.empty();
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
