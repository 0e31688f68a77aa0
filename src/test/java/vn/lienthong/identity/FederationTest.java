package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.standin.StandIn;

/** Citizens who log in at the national providers, and what portals learn of them. */
@BesideHubs
class FederationTest {

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
    void knowsACitizenWhoLoggedInOnceInASecondPortalToo() throws ParseException {
        var citizen = new Citizen(identity);
        JWTClaimsSet first = idToken(citizen.goesTo(portal.door("openid"), Citizen.DVCQG, "an"));
        JWTClaimsSet second = idToken(citizen.browser.opens(portal.door("openid")));
        assertThat(second.getSubject()).isEqualTo(first.getSubject()).hasSizeGreaterThan(20);
        assertThat(second.getStringClaim("sid")).isEqualTo(first.getStringClaim("sid"));
        assertThat(first.getStringClaim("acr")).isEqualTo("LoA2");
        assertThat(first.toString()).doesNotContain("038190000001").doesNotContain("TRẦN");
    }

    @Test
    void asksTheProviderForTheLevelThatTheProcedureDemands() {
        var usual = new Citizen(identity);
        usual.browser.opens(portal.door("openid"));
        assertThat(above(usual)).contains("acr_values=LoA1");
        var lifted = new Citizen(identity);
        lifted.browser.opens(portal.door("openid", Map.of("procedure", "1.004889")));
        assertThat(above(lifted)).contains("acr_values=LoA2");
        var asked = new Citizen(identity);
        asked.browser.opens(portal.door("openid", Map.of("acr_values", "LoA3")));
        assertThat(above(asked)).contains("acr_values=LoA3");
        var several = new Citizen(identity);
        several.browser.opens(portal.door("openid", Map.of("acr_values", "LoA9 LoA2 LoA3")));
        assertThat(above(several)).contains("acr_values=LoA2").doesNotContain("LoA3", "LoA9");
        var pushing = new Citizen(identity);
        pushing.browser.opens(portal.pushed(Map.of("acr_values", "LoA3")));
        assertThat(above(pushing)).contains("acr_values=LoA3");
        var invented = new Citizen(identity);
        invented.browser.opens(portal.door("openid", Map.of("acr_values", "LoA9&x=1")));
        assertThat(above(invented)).contains("acr_values=LoA1");
    }

    private static String above(Citizen citizen) {
        return Citizen.location(citizen.browser.opens(identity.issuer() + "/oauth2/authorization/" + Citizen.DVCQG));
    }

    @Test
    void asksBeforePersonalDataLeavesAndHandsOverOnlyWhatWasTicked() {
        var citizen = new Citizen(identity);
        String scopes = "openid profile personal_id contact";
        HttpResponse<String> page = citizen.goesTo(portal.door(scopes), Citizen.DVCQG, "an");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Cổng thử của một sở", "Số định danh cá nhân", "name=\"state\"");

        HttpResponse<String> agreed = consents(citizen, page, "profile");
        var tokens =
                portal.exchanges(TrialPortal.broughtBack(agreed).get("code")).is(200);
        JsonNode told =
                portal.gets("/userinfo", tokens.at("access_token")).is(200).json();
        assertThat(told.path("name").asString()).isEqualTo("TRẦN THỊ THỬ AN");
        assertThat(told.path("birthdate").asString()).isEqualTo("1990-08-24");
        assertThat(told.has("personal_id")).isFalse();
        assertThat(told.has("phone_number")).isFalse();

        assertThat(Citizen.location(citizen.browser.opens(portal.door("openid profile"))))
                .contains("code=");
    }

    @Test
    void ticksNothingForTheCitizenAndLogsInWhoSharesNothing() {
        var citizen = new Citizen(identity);
        HttpResponse<String> page = citizen.goesTo(portal.door("openid profile personal_id"), Citizen.DVCQG, "an2");
        assertThat(page.body()).contains("type=\"checkbox\"").doesNotContain("checked");
        assertThat(page.body()).contains("type=\"hidden\" name=\"scope\" value=\"openid\"");
        var tokens = portal.exchanges(TrialPortal.broughtBack(consents(citizen, page, "openid"))
                        .get("code"))
                .is(200);
        assertThat(tokens.at("scope")).isEqualTo("openid");
        assertThat(portal.gets("/userinfo", tokens.at("access_token"))
                        .is(200)
                        .json()
                        .has("name"))
                .isFalse();
    }

    @Test
    void sendsWhoDoesNotAgreeBackWithoutACode() {
        var citizen = new Citizen(identity);
        HttpResponse<String> page = citizen.goesTo(portal.door("openid contact"), Citizen.DVCQG, "binh");
        var back = TrialPortal.broughtBack(consents(citizen, page));
        assertThat(back).containsEntry("error", "access_denied").doesNotContainKey("code");
    }

    @Test
    void tellsAPortalForWhichEnterpriseARepresentativeActs() {
        var citizen = new Citizen(identity);
        HttpResponse<String> page = citizen.goesTo(portal.door("openid organisation profile"), Citizen.DVCQG, "dung");
        var tokens = portal.exchanges(TrialPortal.broughtBack(consents(citizen, page, "organisation", "profile"))
                        .get("code"))
                .is(200);
        JsonNode told =
                portal.gets("/userinfo", tokens.at("access_token")).is(200).json();
        assertThat(told.path("account_type").asString()).isEqualTo("enterprise");
        assertThat(told.path("tax_code").asString()).isEqualTo("9900000016");
        assertThat(told.path("representative").asString()).isEqualTo("PHẠM VĂN THỬ DŨNG");
    }

    @ParameterizedTest
    @CsvSource({
        "binh, PERSON, stand-in-dvcqg, LoA1",
        "chi, PERSON, stand-in-dvcqg, LoA2",
        "giang, ORGANISATION, stand-in-dvcqg, LoA2",
        "hai, PERSON, stand-in-dvcqg/bca, LoA2",
        "lan, PERSON, stand-in-dvcqg, LoA1",
        "sai, PERSON, stand-in-dvcqg, LoA2"
    })
    void takesEveryKindOfAccount(String account, String kind, String provider, String acr) throws ParseException {
        JWTClaimsSet token = idToken(new Citizen(identity).goesTo(portal.door("openid"), Citizen.DVCQG, account));
        assertThat(token.getStringClaim("acr")).isEqualTo(acr);
        assertThat(db().queryForMap(
                                "select a.kind, a.provider from identity.accounts a join identity.account_links l on l.account = a.id"
                                        + " where l.subject = ?",
                                token.getSubject()))
                .containsEntry("kind", kind)
                .containsEntry("provider", provider);
    }

    @Test
    void takesVneidDirectlyAndItsIalAsANumber() throws ParseException {
        JWTClaimsSet token = idToken(new Citizen(identity).goesTo(portal.door("openid"), Citizen.VNEID, "minh"));
        assertThat(token.getIntegerClaim("ial")).isEqualTo(2);
        assertThat(token.getStringClaim("acr")).isEqualTo("LoA2");
    }

    @Test
    void joinsAccountsByTheNationalIdOfTheAccountAndByNothingElse() throws ParseException {
        String an = subject("an");
        assertThat(subject("an3")).as("same TechID, same id").isEqualTo(an);
        assertThat(subject("an2")).as("same id, other TechID").isNotEqualTo(an);
        assertThat(subject("an4")).as("same TechID, other id").isNotEqualTo(an);
        assertThat(conflicts()).contains("SAME_PERSONAL_ID", "SAME_TECH_ID_OTHER_PERSON");
        assertThat(db().queryForList("select evidence::text from identity.conflicts", String.class)
                        .toString())
                .contains("038******001")
                .doesNotContain("038190000001");
    }

    @Test
    void reportsAnAccountWithoutTechIdAndAnIdThatCannotBe() throws ParseException {
        subject("chi");
        subject("sai");
        assertThat(conflicts()).contains("NO_TECH_ID", "IMPOSSIBLE_ID");
        assertThat(db().queryForList("select masked from identity.secondary_ids", String.class)
                        .toString())
                .doesNotContain("000000001");
    }

    @Test
    void keepsALockedAccountOut() {
        var citizen = new Citizen(identity);
        HttpResponse<String> page = citizen.goesTo(portal.door("openid"), Citizen.DVCQG, "khoa");
        assertThat(page.body()).contains("Tài khoản bị khóa");
        assertThat(Citizen.location(citizen.browser.opens(portal.door("openid"))))
                .endsWith("/login");
        assertThat(audit("log-in-refused")).anyMatch(details -> details.contains("LockedException"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alg-none",
                "expired",
                "future",
                "wrong-audience",
                "wrong-issuer",
                "wrong-nonce",
                "altered",
                "unknown-key",
                "other-sub",
                "huge-claims"
            })
    void refusesAProviderThatAnswersWrongly(String wrong) {
        int before = audit("log-in-refused").size();
        var citizen = new Citizen(identity);
        HttpResponse<String> page = citizen.goesTo(portal.door("openid"), Citizen.DVCQG, "loi-" + wrong);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Chưa đăng nhập được").doesNotContain("038190000009", "nonce", "Exception");
        assertThat(Citizen.location(citizen.browser.opens(portal.door("openid"))))
                .endsWith("/login");
        assertThat(audit("log-in-refused")).hasSizeGreaterThan(before);
    }

    @Test
    void refusesAKindOfAccountItDoesNotKnow() {
        assertThat(new Citizen(identity)
                        .goesTo(portal.door("openid"), Citizen.DVCQG, "la")
                        .body())
                .contains("Chưa đăng nhập được");
    }

    @Test
    void refusesAnAnswerThatAnotherBrowserOrAnotherProviderAskedFor() {
        var victim = new Citizen(identity);
        var attacker = new Citizen(identity);
        var stolen = attacker.callback(Citizen.DVCQG, "an");
        assertThat(Citizen.location(victim.browser.opens(stolen))).contains("notice=failed");
        var other = new Citizen(identity);
        String mixed = other.callback(Citizen.DVCQG, "an").toString().replace("stand-in-dvcqg", "stand-in-vneid");
        assertThat(Citizen.location(other.browser.opens(mixed))).contains("notice=failed");
    }

    @Test
    void givesTheSessionANewNameAtLogIn() {
        var citizen = new Citizen(identity);
        citizen.browser.opens(portal.door("openid"));
        String before = citizen.browser.cookie("IDPSESSION").orElseThrow();
        citizen.follow(citizen.logsIn(Citizen.DVCQG, "an"));
        assertThat(citizen.browser.cookie("IDPSESSION").orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void goesOnWithKnownKeysWhileTheirEndpointIsAwayAndTakesNewOnesAfterwards() throws ParseException {
        subject("an");
        var wire = new Browser();
        wire.submits(standIn.url() + "/sso/rotate", Map.of("keys", "away"));
        assertThat(subject("an")).isNotBlank();
        wire.submits(standIn.url() + "/sso/rotate", Map.of("keys", "away", "key", "new"));
        assertThat(new Citizen(identity)
                        .goesTo(portal.door("openid"), Citizen.DVCQG, "an")
                        .body())
                .contains("Chưa đăng nhập được");
        wire.submits(standIn.url() + "/sso/rotate", Map.of("keys", "there"));
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> !subject("an").isBlank());
    }

    @Test
    void leavesAnAuditThatHoldsAndNamesNobody() throws ParseException {
        subject("an");
        assertThat(identity.bean(Journal.class).verify().intact()).isTrue();
        assertThat(audit("logged-in")).isNotEmpty();
        assertThat(audit("code-granted")).isNotEmpty();
        assertThat(audit("token-granted")).isNotEmpty();
        assertThat(db().queryForList("select details::text from identity.audit", String.class)
                        .toString())
                .doesNotContain("038190000001", "TRẦN", "@example.org");
    }

    private static HttpResponse<String> consents(Citizen citizen, HttpResponse<String> page, String... scopes) {
        var state = Pattern.compile("name=\"state\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(state.find()).as(page.body()).isTrue();
        Map<String, String> form = new HashMap<>(Map.of("client_id", "demo-portal", "state", state.group(1)));
        String body = Browser.encoded(form);
        for (String scope : scopes) {
            body += "&scope=" + scope;
        }
        return citizen.browser.posts(identity.issuer() + "/oauth2/authorize", body);
    }

    private static String subject(String account) throws ParseException {
        return idToken(new Citizen(identity).goesTo(portal.door("openid"), Citizen.DVCQG, account))
                .getSubject();
    }

    private static JWTClaimsSet idToken(HttpResponse<String> answer) throws ParseException {
        String code = TrialPortal.broughtBack(answer).get("code");
        return SignedJWT.parse(portal.exchanges(code).is(200).at("id_token")).getJWTClaimsSet();
    }

    private static List<String> conflicts() {
        return db().queryForList("select kind from identity.conflicts", String.class);
    }

    private static List<String> audit(String action) {
        return db().queryForList("select details::text from identity.audit where action = ?", String.class, action);
    }

    private static JdbcTemplate db() {
        return identity.bean(JdbcTemplate.class);
    }
}
