package vn.lienthong.identity.provider;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import vn.lienthong.identity.certificate.CertificateJudge;
import vn.lienthong.identity.client.Requests;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.pace.PaceOfClients;

/** The chain of the protocol's endpoints; pages and the API have chains of their own. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class ProviderSecurity {

    static final String CONSENT = "/consent";
    private static final String SAYS_WHO_ANSWERS = "authorization_response_iss_parameter_supported";

    @Bean
    @Order(1)
    SecurityFilterChain protocolChain(
            HttpSecurity http,
            CodeConditions conditions,
            CodeAnswers answers,
            ReleasedClaims released,
            Departure departure,
            Logins logins,
            Assurance assurance,
            Doors doors,
            Requests asked,
            PaceOfClients pace,
            Exchanges exchanges,
            CertificateJudge certificates) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.clientAuthentication(client -> client.authenticationProviders(certificates::replaceIn));
            server.authorizationEndpoint(endpoint -> endpoint.consentPage(CONSENT)
                            .authenticationProviders(conditions::apply)
                            .authorizationResponseHandler(answers)
                            .errorResponseHandler(answers))
                    .tokenEndpoint(endpoint -> endpoint.authenticationProviders(exchanges::apply))
                    .pushedAuthorizationRequestEndpoint(endpoint -> endpoint.authenticationProviders(conditions::apply))
                    .authorizationServerMetadataEndpoint(metadata -> metadata.authorizationServerMetadataCustomizer(
                            words -> words.claim(SAYS_WHO_ANSWERS, true)))
                    .oidc(oidc -> oidc.userInfoEndpoint(info -> info.userInfoMapper(released))
                            .logoutEndpoint(logout ->
                                    logout.logoutResponseHandler(departure).errorResponseHandler(departure))
                            .providerConfigurationEndpoint(metadata -> metadata.providerConfigurationCustomizer(
                                    words -> words.claim(SAYS_WHO_ANSWERS, true))));
        });
        http.addFilterBefore(new BrowserStanding(logins, assurance, doors, asked), LogoutFilter.class);
        pace.addTo(http);
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(resource -> resource.jwt(withDefaults()))
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(doors, asksForAPage()));
        return http.build();
    }

    private static MediaTypeRequestMatcher asksForAPage() {
        var page = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        page.setIgnoredMediaTypes(java.util.Set.of(MediaType.ALL));
        return page;
    }
}
