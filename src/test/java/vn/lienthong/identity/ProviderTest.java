package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
