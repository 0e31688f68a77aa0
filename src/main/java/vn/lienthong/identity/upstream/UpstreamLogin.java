package vn.lienthong.identity.upstream;

import java.util.Map;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;

/** The log-in above as part of the pages' chain: random state, nonce and PKCE each time, kept in the session here. */
@Component
public class UpstreamLogin {

    private static final String START = "/oauth2/authorization";

    private final Upstreams upstreams;
    private final UpstreamFacts facts;
    private final NothingKept nothing;
    private final LoginCompletion completion;
    private final LoginRefusal refusal;
    private final WantedLevel wanted;

    UpstreamLogin(
            Upstreams upstreams,
            UpstreamFacts facts,
            NothingKept nothing,
            LoginCompletion completion,
            LoginRefusal refusal,
            WantedLevel wanted) {
        this.upstreams = upstreams;
        this.facts = facts;
        this.nothing = nothing;
        this.completion = completion;
        this.refusal = refusal;
        this.wanted = wanted;
    }

    /** Without any provider there is nothing to log in at, and the library refuses to be asked. */
    public void addTo(HttpSecurity http, String page) {
        http.oauth2Login(login -> login.loginPage(page)
                .clientRegistrationRepository(upstreams)
                .authorizedClientRepository(nothing)
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests())
                        .authorizationRequestRepository(new OwnRequests(upstreams)))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens()))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(facts))
                .successHandler(completion)
                .failureHandler(refusal));
    }

    private DefaultOAuth2AuthorizationRequestResolver requests() {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(upstreams, START);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.attributes(attributes -> {
                    String id = String.valueOf(attributes.get("registration_id"));
                    upstreams
                            .find(id)
                            .map(Upstream::acrValues)
                            .ifPresent(acr -> request.additionalParameters(Map.of("acr_values", wanted.above(acr))));
                })));
        return requests;
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokens() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(UpstreamCalls.client()
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
