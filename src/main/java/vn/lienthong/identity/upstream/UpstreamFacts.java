package vn.lienthong.identity.upstream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the provider above who it is, by GET or POST as it wants it, and holds the answer against the id token. */
@Component
class UpstreamFacts implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NO_FACTS = "invalid_user_info_response";
    private static final ParameterizedTypeReference<Map<String, Object>> CLAIMS = new ParameterizedTypeReference<>() {};

    private final Upstreams upstreams;
    private final RestClient calls = UpstreamCalls.client().build();

    UpstreamFacts(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        Upstream upstream = upstreams
                .find(request.getClientRegistration().getRegistrationId())
                .orElseThrow();
        Map<String, Object> facts = ask(upstream, request.getAccessToken().getTokenValue());
        String subject = request.getIdToken().getSubject();
        if (subject == null || !subject.equals(facts.get("sub"))) {
            throw failure("sub is not that of the id token");
        }
        return new DefaultOidcUser(List.of(), request.getIdToken(), new OidcUserInfo(facts), "sub");
    }

    private Map<String, Object> ask(Upstream upstream, String token) {
        try {
            Map<String, Object> facts = calls.method(
                            HttpMethod.valueOf(upstream.userInfoBy().name()))
                    .uri(upstream.userInfo())
                    .headers(headers -> headers.setBearerAuth(token))
                    .accept(MediaType.APPLICATION_JSON)
                    .retrieve()
                    .body(CLAIMS);
            if (facts == null) {
                throw failure("nothing was answered");
            }
            Map<String, Object> said = new LinkedHashMap<>(facts);
            said.values().removeIf(value -> value == null);
            return said;
        } catch (RestClientException e) {
            throw failure(e.getClass().getSimpleName());
        }
    }

    private static OAuth2AuthenticationException failure(String what) {
        return new OAuth2AuthenticationException(new OAuth2Error(NO_FACTS, what, null));
    }
}
