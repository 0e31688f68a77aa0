package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The provider alone, as clients meet it. */
@BesideHubs
class ProviderTest {

    private static RunningIdentity identity;
    private static TrialPortal portal;

    @BeforeAll
    static void start() {
        identity = RunningIdentity.start();
        portal = new TrialPortal(identity, "demo-portal");
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void tellsWhereEverythingIs() {
        JsonNode found =
                portal.gets("/.well-known/openid-configuration", "").is(200).json();
        assertThat(found.path("issuer").asString()).isEqualTo(identity.issuer().toString());
        assertThat(found.path("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
        for (String endpoint : new String[] {
            "authorization_endpoint",
            "pushed_authorization_request_endpoint",
            "token_endpoint",
            "jwks_uri",
            "userinfo_endpoint",
            "introspection_endpoint",
            "revocation_endpoint",
            "end_session_endpoint"
        }) {
            assertThat(found.path(endpoint).asString())
                    .as(endpoint)
                    .startsWith(identity.issuer().toString());
        }
    }

    @Test
    void describesEveryCallOfItsOwnThatExistsAndNoOther() {
        JsonNode described = portal.gets("/openapi.json", "").is(200).json();
        assertThat(described.path("openapi").asString()).startsWith("3.1");
        assertThat(described.toString()).doesNotContain(":null");
        Set<String> calls = new TreeSet<>();
        described
                .path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> standard = calls.stream()
                .filter(call -> call.contains("/oauth2/")
                        || call.matches("GET /(userinfo|connect/logout|\\.well-known/openid-configuration)"))
                .collect(Collectors.toSet());
        calls.removeAll(standard);
        assertThat(standard).hasSize(9);
        assertThat(calls).containsExactlyElementsOf(mapped());
    }

    /** What programs call; pages are for people. */
    private static Set<String> mapped() {
        Set<String> calls = new TreeSet<>();
        identity.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.matches("/(api/|cas/(?!consent)|proxy/|logout/above/).*"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> calls.add(method + " " + path))));
        return calls;
    }

    @Test
    void publishesOnlyThePublicHalfOfItsKeys() {
        JsonNode keys = portal.gets("/oauth2/jwks", "").is(200).json().path("keys");
        assertThat(keys.size()).isOne();
        assertThat(keys.get(0).has("d")).isFalse();
        assertThat(keys.get(0).path("kid").asString()).isNotBlank();
    }

    @Test
    void givesAMachineAShortToken() throws ParseException {
        var machine = new TrialPortal(identity, "demo-machine");
        var token = machine.asks(
                        "/oauth2/token", Map.of("grant_type", "client_credentials", "scope", "submission.write"))
                .is(200);
        var jwt = SignedJWT.parse(token.at("access_token"));
        assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo("demo-machine");
        assertThat(jwt.getJWTClaimsSet().getStringClaim("agency")).isEqualTo("H52.14");
        assertThat(token.json().path("expires_in").asInt()).isLessThanOrEqualTo(300);
        assertThat(machine.asks("/oauth2/introspect", Map.of("token", token.at("access_token")))
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
        machine.asks("/oauth2/revoke", Map.of("token", token.at("access_token")))
                .is(200);
        assertThat(machine.asks("/oauth2/introspect", Map.of("token", token.at("access_token")))
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void logsACitizenInToAPortalAndRenewsTheTokenOnce() throws ParseException {
        var browser = new Browser();
        browser.opens(identity.issuer() + "/trial-login?subject=s1&acr=LoA2");
        var back = TrialPortal.broughtBack(browser.opens(portal.door("openid")));
        assertThat(back)
                .containsEntry("state", "the-portals-state")
                .containsEntry("iss", identity.issuer().toString());

        var tokens = portal.exchanges(back.get("code")).is(200);
        var claims = SignedJWT.parse(tokens.at("id_token")).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("s1");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("the-portals-nonce");
        assertThat(claims.getStringClaim("acr")).isEqualTo("LoA2");
        assertThat(claims.getStringClaim("sid")).isNotBlank();
        assertThat(portal.gets("/userinfo", tokens.at("access_token")).is(200).at("sub"))
                .isEqualTo("s1");

        Map<String, String> refresh =
                Map.of("grant_type", "refresh_token", "refresh_token", tokens.at("refresh_token"));
        var renewed = portal.asks("/oauth2/token", refresh).is(200);
        assertThat(renewed.at("refresh_token")).isNotEqualTo(tokens.at("refresh_token"));
        assertThat(portal.asks("/oauth2/token", refresh).is(400).at("error")).isEqualTo("invalid_grant");
    }

    @Test
    void sendsABrowserThatIsNotLoggedInToTheLogInPage() {
        var answer = new Browser().opens(portal.door("openid"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }
}
