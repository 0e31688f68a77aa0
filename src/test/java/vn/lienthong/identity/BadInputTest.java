package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.identity.keys.KeyRing;

/** What clients, browsers and strangers may send wrongly: the protocol's own error, nothing told, a line in the audit. */
@BesideHubs
class BadInputTest {

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
    void refusesACodeThatIsShownTwiceAndEndsWhatItGave() {
        String code = code(loggedIn("replay"));
        var tokens = portal.exchanges(code).is(200);
        assertThat(portal.exchanges(code).is(400).at("error")).isEqualTo("invalid_grant");
        assertThat(portal.asks("/oauth2/introspect", Map.of("token", tokens.at("access_token")))
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
        assertThat(refusals("invalid_grant")).isPositive();
    }

    @Test
    void refusesAWrongVerifierAndNone() {
        String wrong = code(loggedIn("verifier"));
        var other = Map.of("code_verifier", "another-verifier-that-is-long-enough-0123456789012345");
        assertThat(portal.exchanges(wrong, other).is(400).at("error")).isEqualTo("invalid_grant");
        String none = code(loggedIn("verifier"));
        assertThat(portal.exchanges(none, Map.of("code_verifier", "")).is(400).at("error"))
                .isIn("invalid_grant", "invalid_request");
    }

    @Test
    void wantsPkceFromAClientWithASecretToo() {
        var door = portal.door("openid", Map.of("code_challenge", "", "code_challenge_method", ""));
        var back = TrialPortal.broughtBack(loggedIn("pkce").opens(door));
        assertThat(back).containsEntry("error", "invalid_request").containsEntry("state", "the-portals-state");
        assertThat(back).containsEntry("iss", identity.issuer().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/callback",
                "http://127.0.0.1:8096/callback",
                "http://127.0.0.1:8095/callback/more",
                "http://127.0.0.1:8095/callback?next=https://elsewhere.example",
                "http://localhost:8095/callback"
            })
    void sendsNobodyToAnAddressThatIsNotRegistered(String address) {
        HttpResponse<String> page = loggedIn("redirect").opens(portal.door("openid", Map.of("redirect_uri", address)));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("Location")).isEmpty();
        assertThat(page.body()).contains("Yêu cầu đăng nhập không đúng").doesNotContain(address);
    }

    @Test
    void answersAnUnknownClientWithAPageOfOurOwn() {
        HttpResponse<String> page = new Browser().opens(portal.door("openid", Map.of("client_id", "nobody")));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("lang=\"vi\"", "role=\"alert\"");
    }

    @Test
    void refusesAScopeTheClientDoesNotHave() {
        var back = TrialPortal.broughtBack(loggedIn("scope").opens(portal.door("openid identity.admin")));
        assertThat(back).containsEntry("error", "invalid_scope");
    }

    @Test
    void refusesAWrongSecretAndTellsItsLengthToNobody() {
        var stranger = new TrialPortal(identity, "demo-machine", "a-wrong-secret");
        var answer = stranger.asks("/oauth2/token", Map.of("grant_type", "client_credentials"));
        assertThat(answer.is(401).at("error")).isEqualTo("invalid_client");
        assertThat(answer.text()).doesNotContain("a-wrong-secret");
        assertThat(refusals("invalid_client")).isPositive();
    }

    @Test
    void refusesTokensThatAreUnsignedOverOrAltered() throws Exception {
        String good = portal.exchanges(code(loggedIn("bearer"))).is(200).at("access_token");
        portal.gets("/userinfo", good).is(200);
        JWTClaimsSet claims = SignedJWT.parse(good).getJWTClaimsSet();
        portal.gets("/userinfo", new PlainJWT(claims).serialize()).is(401);
        portal.gets("/userinfo", good.substring(0, good.length() - 6) + "AAAAAA")
                .is(401);
        var over = new JWTClaimsSet.Builder(claims)
                .expirationTime(Date.from(Instant.now().minusSeconds(600)));
        portal.gets("/userinfo", signed(over.build())).is(401);
        var early = new JWTClaimsSet.Builder(claims)
                .notBeforeTime(Date.from(Instant.now().plusSeconds(600)));
        portal.gets("/userinfo", signed(early.build())).is(401);
        var foreign = new JWTClaimsSet.Builder(claims).issuer("https://elsewhere.example");
        portal.gets("/userinfo", signed(foreign.build())).is(401);
        var bomb = new JWTClaimsSet.Builder(claims).claim("more", "x".repeat(1024 * 1024));
        assertThat(portal.gets("/userinfo", signed(bomb.build())).status()).isBetween(400, 431);
        portal.gets("/userinfo", "").is(401);
    }

    @Test
    void takesAMegabyteOfAFormForNone() {
        var answer = portal.asks(
                "/oauth2/token", Map.of("grant_type", "client_credentials", "scope", "x".repeat(1024 * 1024)));
        assertThat(answer.status()).isBetween(400, 431);
    }

    @Test
    void asksWhoLogsOutWithoutProofAndWantsTheTokenOfItsOwnForm() {
        Browser browser = loggedIn("leaver");
        HttpResponse<String> hintless = browser.opens(identity.issuer() + "/connect/logout");
        assertThat(Citizen.location(hintless)).endsWith("/logout");
        assertThat(browser.submits(identity.issuer() + "/logout", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(code(browser)).isNotBlank();

        String page = browser.opens(identity.issuer() + "/logout").body();
        var token = java.util.regex.Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(page);
        assertThat(token.find()).as(page).isTrue();
        assertThat(Citizen.location(browser.submits(identity.issuer() + "/logout", Map.of("_csrf", token.group(1)))))
                .endsWith("/logged-out");
        assertThat(Citizen.location(browser.opens(portal.door("openid")))).endsWith("/login");
    }

    @Test
    void logsOutAtAPortalsWordAndEndsItsRefreshToken() {
        Browser browser = loggedIn("at-word");
        var tokens = portal.exchanges(code(browser)).is(200);
        String elsewhere = identity.issuer() + "/connect/logout?"
                + Browser.encoded(Map.of(
                        "id_token_hint",
                        tokens.at("id_token"),
                        "post_logout_redirect_uri",
                        "https://elsewhere.example/"));
        assertThat(browser.opens(elsewhere).statusCode()).isEqualTo(400);
        String leave = identity.issuer() + "/connect/logout?"
                + Browser.encoded(Map.of(
                        "id_token_hint", tokens.at("id_token"),
                        "post_logout_redirect_uri", "http://127.0.0.1:8095/",
                        "state", "s"));
        assertThat(Citizen.location(browser.opens(leave))).isEqualTo("http://127.0.0.1:8095/?state=s");
        var refresh = Map.of("grant_type", "refresh_token", "refresh_token", tokens.at("refresh_token"));
        assertThat(portal.asks("/oauth2/token", refresh).is(400).at("error")).isEqualTo("invalid_grant");
    }

    @Test
    void takesAnAgreementOnlyWithTheStateOfItsOwnPage() {
        Browser browser = loggedIn("consent");
        assertThat(Citizen.location(browser.opens(portal.door("openid profile"))))
                .contains("/consent?");
        String forged = Browser.encoded(Map.of("client_id", "demo-portal", "state", "guessed", "scope", "profile"));
        assertThat(browser.posts(identity.issuer() + "/oauth2/authorize", forged)
                        .statusCode())
                .isEqualTo(400);
        assertThat(identity.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from identity.oauth2_authorization_consent where principal_name = 'consent'",
                                Integer.class))
                .isZero();
    }

    @Test
    void sendsWhoIsNotSureEnoughToLogInAgainAndThenBackWithTheError() {
        Browser browser = loggedIn("unsure");
        var door = portal.door("openid", Map.of("acr_values", "LoA3"));
        assertThat(Citizen.location(browser.opens(door))).contains("/login?notice=surer");
        var back = TrialPortal.broughtBack(browser.opens(door));
        assertThat(back).containsEntry("error", "unmet_authentication_requirements");
        assertThat(code(browser)).isNotBlank();
    }

    @Test
    void asksForASurerLogInInAPushedRequestToo() {
        Browser browser = loggedIn("pushing");
        URI door = portal.pushed(Map.of("acr_values", "LoA3"));
        assertThat(Citizen.location(browser.opens(door))).contains("/login?notice=surer");
        browser.opens(identity.issuer() + "/trial-login?acr=LoA3&subject=pushing");
        assertThat(TrialPortal.broughtBack(browser.opens(door))).containsKey("code");
    }

    @Test
    void asksForASurerLogInForAProcedureThatDemandsIt() {
        var browser = new Browser();
        browser.opens(identity.issuer() + "/trial-login?acr=LoA1&subject=weak");
        var door = portal.door("openid", Map.of("procedure", "1.004889"));
        assertThat(Citizen.location(browser.opens(door))).contains("/login?notice=surer");
        assertThat(TrialPortal.broughtBack(browser.opens(door)))
                .containsEntry("error", "unmet_authentication_requirements");
        assertThat(TrialPortal.broughtBack(browser.opens(portal.door("openid", Map.of("procedure", "9.999999")))))
                .as("one that demands nothing")
                .containsKey("code");
        assertThat(TrialPortal.broughtBack(loggedIn("sure").opens(door))).containsKey("code");
    }

    @Test
    void takesAPushedRequestOnce() {
        URI door = portal.pushed(Map.of());
        Browser browser = loggedIn("pushed");
        assertThat(TrialPortal.broughtBack(browser.opens(door))).containsKey("code");
        assertThat(browser.opens(door).statusCode()).isEqualTo(400);
    }

    private static Browser loggedIn(String subject) {
        var browser = new Browser();
        browser.opens(identity.issuer() + "/trial-login?acr=LoA2&subject=" + subject);
        return browser;
    }

    private static String code(Browser browser) {
        return String.valueOf(
                TrialPortal.broughtBack(browser.opens(portal.door("openid"))).get("code"));
    }

    private static int refusals(String error) {
        return identity.bean(JdbcTemplate.class)
                .queryForList(
                        "select 1 from identity.audit where action = 'refused' and details ->> 'error' = ?",
                        Integer.class,
                        error)
                .size();
    }

    /** With the provider's own key: everything but the claims is right. */
    private static String signed(JWTClaimsSet claims) throws Exception {
        var key = identity.bean(KeyRing.class)
                .get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                .getFirst()
                .toRSAKey();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }
}
