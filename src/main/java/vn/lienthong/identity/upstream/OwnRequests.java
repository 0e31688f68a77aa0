package vn.lienthong.identity.upstream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What this browser asked a provider for, in its session. An answer counts only at the callback of the provider that was
 * asked, and only under its name where it says one: the code of one provider is never shown to another (RFC 9700, mix-up).
 */
final class OwnRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private final HttpSessionOAuth2AuthorizationRequestRepository session =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final Upstreams upstreams;

    OwnRequests(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return session.loadAuthorizationRequest(request);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            session.removeAuthorizationRequest(request, response);
        } else {
            session.saveAuthorizationRequest(asked, request, response);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = session.removeAuthorizationRequest(request, response);
        return asked != null && answersHere(asked, request) ? asked : null;
    }

    private boolean answersHere(OAuth2AuthorizationRequest asked, HttpServletRequest request) {
        String provider = String.valueOf(asked.getAttributes().get("registration_id"));
        String named = request.getParameter("iss");
        return request.getRequestURI().equals(Upstreams.CALLBACK + provider)
                && (named == null
                        || upstreams
                                .find(provider)
                                .map(Upstream::issuer)
                                .filter(named::equals)
                                .isPresent());
    }
}
