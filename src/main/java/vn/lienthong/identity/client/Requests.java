package vn.lienthong.identity.client;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Reads what a browser asks for, wherever it stands: in the address, in what was pushed before, or in a service's name. */
@Component
public class Requests {

    private static final String PUSHED = "urn:ietf:params:oauth:request_uri:";
    private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

    private final Clients clients;
    private final ObjectProvider<OAuth2AuthorizationService> authorizations;

    Requests(Clients clients, ObjectProvider<OAuth2AuthorizationService> authorizations) {
        this.clients = clients;
        this.authorizations = authorizations;
    }

    public Asked of(HttpServletRequest request) {
        return read(request::getParameter);
    }

    public Asked of(SavedRequest request) {
        return read(name -> first(request.getParameterValues(name)));
    }

    private Asked read(NullableWords said) {
        String client = said.of("client_id");
        String owner = client == null
                ? clients.ofService(said.of("service")).map(ClientTerms::id).orElse(null)
                : client;
        return pushed(said.of("request_uri"))
                .map(pushed -> new Asked(owner, text(pushed, "acr_values"), text(pushed, "procedure")))
                .orElseGet(() -> new Asked(owner, said.of("acr_values"), said.of("procedure")));
    }

    /** What was pushed stands alone: beside it the address says nothing (RFC 9126, section 4). */
    private Optional<Map<String, Object>> pushed(@Nullable String uri) {
        if (uri == null || !uri.startsWith(PUSHED)) {
            return Optional.empty();
        }
        OAuth2Authorization kept = authorizations.getObject().findByToken(uri.substring(PUSHED.length()), STATE);
        return Optional.ofNullable(kept)
                .map(found ->
                        found.<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName()))
                .map(OAuth2AuthorizationRequest::getAdditionalParameters);
    }

    private static @Nullable String text(Map<String, Object> parameters, String name) {
        Object said = parameters.get(name);
        return said == null ? null : said.toString();
    }

    private static @Nullable String first(String @Nullable [] values) {
        return values == null || values.length == 0 ? null : values[0];
    }

    private interface NullableWords {

        @Nullable
        String of(String name);
    }
}
