package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What portals hear of people they know: that a log-in ended, that an account is locked; also when they were away. */
@BesideHubs
class ToldTest {

    private static final String API = "/api/v1/identity";
    private static final String TOKEN = "the-administrators-token";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static RunningIdentity identity;
    private static ListeningPortal ears;
    private static ListeningPortal deafAtTimes;
    private static TrialPortal first;
    private static TrialPortal second;

    @BeforeAll
    static void start() throws IOException {
        identity = RunningIdentity.start(Map.of("LIENTHONG_ADMIN_TOKEN", TOKEN));
        ears = new ListeningPortal();
        deafAtTimes = new ListeningPortal();
        first = registered("first-portal", ears.address(), "\"%s\"".formatted(ears.address()));
        second = registered("second-portal", deafAtTimes.address(), "\"queue:told-test\"");
    }

    @AfterAll
    static void stop() {
        identity.close();
        ears.close();
        deafAtTimes.close();
    }

    @Test
    void aCitizenIsLoggedOutEverywhereAndThePortalThatWasDownHearsOfItLater() throws ParseException, JOSEException {
        String subject = "leaving-" + UUID.randomUUID();
        var browser = new Browser();
        browser.opens(identity.issuer() + "/trial-login?subject=" + subject + "&acr=LoA2");
        var here = entered(first, browser);
        var there = entered(second, browser);
        String sid = SignedJWT.parse(here.at("id_token")).getJWTClaimsSet().getStringClaim("sid");
        assertThat(SignedJWT.parse(there.at("id_token")).getJWTClaimsSet().getStringClaim("sid"))
                .isEqualTo(sid);
        deafAtTimes.answersWith(503);

        browser.opens(identity.issuer() + "/connect/logout?id_token_hint=" + here.at("id_token"));

        JWTClaimsSet told = logoutFor(ears, subject);
        assertThat(told.getAudience()).containsExactly("first-portal");
        assertThat(told.getStringClaim("sid")).isEqualTo(sid);
        assertThat(told.getClaim("nonce")).isNull();
        assertThat(told.getJSONObjectClaim("events")).containsKey("http://schemas.openid.net/event/backchannel-logout");
        second.asks("/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", there.at("refresh_token")))
                .is(400);
        await().atMost(SOON).until(() -> errands("second-portal").contains("\"state\":\"WAITING\",\"attempts\":2"));

        deafAtTimes.answersWith(200);
        assertThat(logoutFor(deafAtTimes, subject).getStringClaim("sid")).isEqualTo(sid);
        await().atMost(SOON).until(() -> !errands("second-portal").contains("WAITING"));
    }

    @Test
    void whoNeverMetAPersonHearsNothingOfThem() throws ParseException {
        String subject = "stranger-" + UUID.randomUUID();
        var browser = new Browser();
        browser.opens(identity.issuer() + "/trial-login?subject=" + subject + "&acr=LoA2");
        var here = entered(first, browser);

        browser.opens(identity.issuer() + "/connect/logout?id_token_hint=" + here.at("id_token"));

        logoutFor(ears, subject);
        assertThat(errands("second-portal")).doesNotContain(subject);
        assertThat(here.at("id_token")).isNotEmpty();
    }

    @Test
    void eventsComeInOrderPerSubjectOnceAndAgainOnDemand() throws Exception {
        String subject = "locked-" + UUID.randomUUID();
        var browser = new Browser();
        browser.opens(identity.issuer() + "/trial-login?subject=" + subject + "&acr=LoA2");
        entered(first, browser);
        entered(second, browser);

        first.posts(API + "/subjects/" + subject + "/lock", TOKEN, "{\"reason\":\"theo công văn 12\"}")
                .is(204);
        first.posts(API + "/subjects/" + subject + "/unlock", TOKEN, "{\"reason\":\"theo công văn 13\"}")
                .is(204);

        await().atMost(SOON).until(() -> kinds(ears, subject).size() == 3);
        assertThat(kinds(ears, subject)).containsExactlyInAnyOrder("locked", "logged-out", "unlocked");
        assertThat(kinds(ears, subject).getLast()).isEqualTo("unlocked");
        List<String> ids = ids(ears, subject);
        assertThat(ids).doesNotHaveDuplicates();
        try (JMSContext reading = identity.bean(ConnectionFactory.class).createContext()) {
            var queue = reading.createConsumer(
                    reading.createQueue("identity.events.told-test"), "JMSXGroupID = '" + subject + "'");
            for (int i = 0; i < 3; i++) {
                String token = queue.receive(SOON.toMillis()).getBody(String.class);
                assertThat(claims(token).getAudience()).containsExactly("second-portal");
            }
        }

        String since = Instant.now().minusSeconds(60).toString();
        first.posts(
                        API + "/errands/again",
                        TOKEN,
                        "{\"client\":\"first-portal\",\"from\":\"%s\",\"reason\":\"mất dữ liệu\"}".formatted(since))
                .is(200);
        await().atMost(SOON).until(() -> ids(ears, subject).size() == 6);
        assertThat(ids(ears, subject).subList(3, 6)).isEqualTo(ids);
    }

    @Test
    void namesWhatIsMissingInAnOrderToTellAgain() {
        assertThat(first.posts(API + "/errands/again", TOKEN, "{\"client\":\"first-portal\"}")
                        .is(422)
                        .text())
                .contains("\"field\":\"from\"");
        first.gets(API + "/errands", "").is(401);
    }

    private static String errands(String client) {
        return first.gets(API + "/errands?client=" + client, TOKEN).is(200).text();
    }

    private static TrialPortal.Answer entered(TrialPortal portal, Browser browser) {
        var back = TrialPortal.broughtBack(browser.opens(portal.door("openid")));
        return portal.exchanges(back.get("code")).is(200);
    }

    private static JWTClaimsSet logoutFor(ListeningPortal portal, String subject) {
        return await().atMost(SOON)
                .until(
                        () -> portal.tokens().stream()
                                .map(ToldTest::claims)
                                .filter(said -> said.getSubject().equals(subject)
                                        && said.getJWTID().startsWith("logout-"))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static List<String> kinds(ListeningPortal portal, String subject) {
        return events(portal, subject).stream()
                .map(said -> String.valueOf(said.getClaim("events")))
                .map(text -> text.replaceAll("^\\{urn:lienthong:identity:event:([a-z-]+)=.*$", "$1"))
                .toList();
    }

    private static List<String> ids(ListeningPortal portal, String subject) {
        return events(portal, subject).stream().map(JWTClaimsSet::getJWTID).toList();
    }

    private static List<JWTClaimsSet> events(ListeningPortal portal, String subject) {
        return portal.tokens().stream()
                .map(ToldTest::claims)
                .filter(said ->
                        said.getSubject().equals(subject) && said.getJWTID().startsWith("event-"))
                .toList();
    }

    /** Checked against the published keys. */
    private static JWTClaimsSet claims(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var keys = JWKSet.parse(first.gets("/oauth2/jwks", "").is(200).text());
            var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
            assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
            return jwt.getJWTClaimsSet();
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static TrialPortal registered(String id, String logout, String eventsTo) {
        var administrator = new TrialPortal(identity, "demo-portal");
        String terms = """
                {"terms":{"id":"%s","name":{"vi":"Cổng %s"},"kind":"PORTAL","redirects":["%s"],"scopes":["openid"],
                 "consent":false,"backchannelLogout":"%s","events":["LOCKED","UNLOCKED","LOGGED_OUT"],"eventsTo":%s},
                 "reason":"kết nối thử"}""".formatted(id, id, TrialPortal.CALLBACK, logout, eventsTo);
        String change =
                administrator.posts(API + "/clients", TOKEN, terms).is(202).at("change");
        var approver = new TrialPortal(identity, "demo-administrator");
        String right = approver.asks(
                        "/oauth2/token", Map.of("grant_type", "client_credentials", "scope", "identity.admin"))
                .is(200)
                .at("access_token");
        approver.posts(API + "/changes/" + change + "/approval", right, "{}").is(200);
        String secret = administrator
                .posts(API + "/clients/" + id + "/secrets", TOKEN, "{}")
                .is(201)
                .at("secret");
        return new TrialPortal(identity, id, secret);
    }
}
