package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.standin.StandIn;

/** Log-outs that go up to the national providers, and those that come down from them. */
@BesideHubs
class LogoutAboveTest {

    private static StandIn standIn;
    private static RunningIdentity identity;
    private static TrialPortal portal;

    @BeforeAll
    static void start() {
        standIn = RunningIdentity.standIn();
        identity = RunningIdentity.with(standIn, Map.of());
        portal = new TrialPortal(identity, "demo-portal");
    }

    @AfterAll
    static void stop() {
        identity.close();
        standIn.close();
    }

    @Test
    void aBrowserThatLogsOutPassesByTheProviderAboveAndComesBackToItsPortal() throws ParseException {
        var citizen = new Citizen(identity);
        String proof = entered(citizen, Citizen.DVCQG, "an");
        String leave = identity.issuer() + "/connect/logout?"
                + Browser.encoded(Map.of(
                        "id_token_hint", proof,
                        "post_logout_redirect_uri", "http://127.0.0.1:8095/",
                        "state", "the-portals"));

        String above = location(citizen.browser.opens(leave));

        assertThat(above).startsWith(standIn.url() + "/sso/logout?id_token_hint=");
        assertThat(loginOf(proof)).containsEntry("ended_by", "log-out");
        String back = location(citizen.browser.opens(above));
        assertThat(back).isEqualTo(identity.issuer() + "/logged-out/above");
        assertThat(location(citizen.browser.opens(back))).isEqualTo("http://127.0.0.1:8095/?state=the-portals");
        assertThat(location(citizen.browser.opens(back))).isEqualTo("/logged-out");
    }

    @Test
    void tellsAProviderThatWantsNoTokenOnlyWhoWeAre() throws ParseException {
        var citizen = new Citizen(identity);
        String proof = entered(citizen, Citizen.VNEID, "minh");
        String above = location(citizen.browser.opens(identity.issuer() + "/connect/logout?id_token_hint=" + proof));
        assertThat(above)
                .startsWith(standIn.url() + "/vneid/logout?client_id=lienthong&")
                .doesNotContain("id_token");
        assertThat(location(citizen.browser.opens(above))).endsWith("/logged-out/above");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "aHR0cHM6Ly9lbHNld2hlcmUuZXhhbXBsZQ", "https://elsewhere.example"})
    void goesNowhereThatItDidNotSealItself(String planted) {
        var request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create(identity.issuer() + "/logged-out/above?state=https://elsewhere.example"))
                .header("Cookie", "IDPONWARD=" + planted);
        assertThat(location(new Browser().send(request.build()))).isEqualTo("/logged-out");
    }

    @Test
    void logsOutAllTheSameWhileTheProviderIsAway() throws ParseException {
        try (var theirs = RunningIdentity.standIn()) {
            try (var ours = RunningIdentity.with(theirs, Map.of())) {
                var citizen = new Citizen(ours);
                var here = new TrialPortal(ours, "demo-portal");
                var back = citizen.goesTo(here.door("openid"), Citizen.DVCQG, "an");
                var tokens = here.exchanges(TrialPortal.broughtBack(back).get("code"))
                        .is(200);
                theirs.close();

                String to = location(citizen.browser.opens(
                        ours.issuer() + "/connect/logout?id_token_hint=" + tokens.at("id_token")));

                assertThat(to).endsWith("/logged-out");
                here.asks(
                                "/oauth2/token",
                                Map.of("grant_type", "refresh_token", "refresh_token", tokens.at("refresh_token")))
                        .is(400);
            }
        }
    }

    @Test
    void aLogOutAboveEndsTheLogInsOfThatAccountAndTellsPortals() throws ParseException {
        String proof = entered(new Citizen(identity), Citizen.DVCQG, "binh");
        String other = entered(new Citizen(identity), Citizen.DVCQG, "an");
        String sub = db().queryForObject(
                        "select a.sub from identity.logins l join identity.accounts a on a.id = l.account"
                                + " where l.id = cast(? as uuid)",
                        String.class,
                        sid(proof));

        assertThat(told("stand-in-dvcqg", standIn.url() + "/sso", Map.of("sub", sub))
                        .statusCode())
                .isEqualTo(200);

        assertThat(loginOf(proof)).containsEntry("ended_by", "log-out above");
        assertThat(loginOf(other).get("ended_at")).isNull();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> db().queryForList(
                                        "select id from identity.events where kind = 'LOGGED_OUT' and planned"
                                                + " and login = cast(? as uuid)",
                                        sid(proof))
                                .size()
                        == 1);
        assertThat(db().queryForList(
                                "select object from identity.audit where action = 'logged-out-above'", String.class))
                .contains("stand-in-dvcqg");
    }

    @Test
    void aNamedSessionAboveEndsThatOneOnlyByServerOrByFrame() throws ParseException {
        String one = entered(new Citizen(identity), Citizen.VNEID, "minh");
        String two = entered(new Citizen(identity), Citizen.VNEID, "minh");
        String three = entered(new Citizen(identity), Citizen.VNEID, "minh");
        String sub = String.valueOf(SignedJWT.parse(one).getJWTClaimsSet().getSubject());

        told("stand-in-vneid", standIn.url() + "/vneid", Map.of("sid", sidAbove(one), "sub", sub));
        var frame = new Browser()
                .opens(identity.issuer() + "/logout/above/stand-in-vneid?"
                        + Browser.encoded(Map.of("iss", standIn.url() + "/vneid", "sid", sidAbove(two))));

        assertThat(frame.statusCode()).isEqualTo(200);
        assertThat(loginOf(one).get("ended_at")).isNotNull();
        assertThat(loginOf(two).get("ended_at")).isNotNull();
        assertThat(loginOf(three).get("ended_at")).isNull();
        var foreign = Map.of("iss", "https://elsewhere.example", "sid", sidAbove(three));
        assertThat(new Browser()
                        .opens(identity.issuer() + "/logout/above/stand-in-vneid?" + Browser.encoded(foreign))
                        .statusCode())
                .isEqualTo(400);
        assertThat(loginOf(three).get("ended_at")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"audience", "event", "nonce", "key", "old"})
    void takesNoWrongWordForALogOut(String wrong) throws ParseException {
        String proof = entered(new Citizen(identity), Citizen.VNEID, "minh");
        var answer = told("stand-in-vneid", standIn.url() + "/vneid", Map.of("sid", sidAbove(proof), "wrong", wrong));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(loginOf(proof).get("ended_at")).isNull();
    }

    @Test
    void takesNoTokenOfOneProviderForAnother() throws ParseException {
        String proof = entered(new Citizen(identity), Citizen.VNEID, "minh");
        assertThat(told("stand-in-dvcqg", standIn.url() + "/vneid", Map.of("sid", sidAbove(proof)))
                        .statusCode())
                .isEqualTo(400);
        for (String token : List.of("", "x", proof, "a.b.c")) {
            assertThat(new Browser()
                            .submits(identity.issuer() + "/logout/above/stand-in-vneid", Map.of("logout_token", token))
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(new Browser()
                        .submits(identity.issuer() + "/logout/above/nobody", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(loginOf(proof).get("ended_at")).isNull();
    }

    /** What the provider's server posts. */
    private static HttpResponse<String> told(String provider, String at, Map<String, String> about) {
        var wire = new Browser();
        String token = wire.submits(at + "/logouttoken", new HashMap<>(about)).body();
        return wire.submits(identity.issuer() + "/logout/above/" + provider, Map.of("logout_token", token));
    }

    /** The id token with which a portal proves the log-in. */
    private static String entered(Citizen citizen, String provider, String account) {
        var back = citizen.goesTo(portal.door("openid"), provider, account);
        return portal.exchanges(TrialPortal.broughtBack(back).get("code"))
                .is(200)
                .at("id_token");
    }

    private static String sid(String proof) throws ParseException {
        return SignedJWT.parse(proof).getJWTClaimsSet().getStringClaim("sid");
    }

    private static String sidAbove(String proof) throws ParseException {
        return String.valueOf(loginOf(proof).get("above_sid"));
    }

    private static Map<String, Object> loginOf(String proof) throws ParseException {
        return db().queryForMap("select * from identity.logins where id = cast(? as uuid)", sid(proof));
    }

    private static String location(HttpResponse<?> answer) {
        return Citizen.location(answer);
    }

    private static JdbcTemplate db() {
        return identity.bean(JdbcTemplate.class);
    }
}
