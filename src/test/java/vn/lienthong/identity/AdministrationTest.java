package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import vn.lienthong.ForeignCheck;
import vn.lienthong.standin.StandIn;

/** What administrators and operators do, over the API, and that the audit knows of it. */
@BesideHubs
class AdministrationTest {

    private static final String API = "/api/v1/identity";
    private static final String TOKEN = "the-administrators-token";
    private static final String BECAUSE = "\"reason\":\"asked for in letter 12\"";

    private static StandIn standIn;
    private static RunningIdentity identity;
    private static TrialPortal portal;
    private static TrialPortal second;

    @BeforeAll
    static void start() {
        standIn = RunningIdentity.standIn();
        identity = RunningIdentity.with(standIn, Map.of("LIENTHONG_ADMIN_TOKEN", TOKEN));
        portal = new TrialPortal(identity, "demo-portal");
        second = new TrialPortal(identity, "demo-administrator");
    }

    @AfterAll
    static void stop() {
        identity.close();
        standIn.close();
    }

    @Test
    void exportsADayOfItsAuditThatAStrangerFindsUnbroken() {
        portal.posts(API + "/subjects/nobody/lock", TOKEN, "{" + BECAUSE + "}");
        String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        String day = portal.gets(API + "/audit?day=" + today, TOKEN).is(200).text();
        List<String> key = List.of(
                "--chain",
                "identity-audit",
                "--master-key",
                identity.home().secrets().resolve("master-key").toString());

        assertThat(day.lines().count()).isGreaterThan(3);
        assertThat(ForeignCheck.of(key, day).said()).contains(day.lines().count() + " entries, as written");
        assertThat(ForeignCheck.of(key, day.replaceFirst("\"role\":\"ITSELF\"", "\"role\":\"CLIENT\""))
                        .exit())
                .isOne();
        portal.gets(API + "/audit?day=" + today, "").is(401);
        String none = second.asks("/oauth2/token", Map.of("grant_type", "client_credentials"))
                .is(200)
                .at("access_token");
        portal.gets(API + "/audit?day=" + today, none).is(403);
    }

    @Test
    void registersAClientOnceASecondPersonApproved() {
        String change = portal.posts(API + "/clients", TOKEN, terms("new-machine", ""))
                .is(202)
                .at("change");
        portal.posts(API + "/changes/" + change + "/approval", TOKEN, "{}").is(409);
        assertThat(second.posts(API + "/changes/" + change + "/approval", token("identity.admin"), "{}")
                        .is(200)
                        .at("id"))
                .isEqualTo("new-machine");
        String secret = portal.posts(API + "/clients/new-machine/secrets", TOKEN, "{}")
                .is(201)
                .at("secret");
        var machine = new TrialPortal(identity, "new-machine", secret);
        machine.asks("/oauth2/token", Map.of("grant_type", "client_credentials"))
                .is(200);
        assertThat(actions("new-machine")).contains("client-proposed", "client-applied", "client-secret-rotated");
    }

    @Test
    void namesFieldRuleAndRemedyOfTermsThatCannotBeApproved() {
        var answer = portal.posts(
                        API + "/clients", TOKEN, terms("UPPER", "\"redirects\":[\"http://portal.example/*\"],"))
                .is(422);
        assertThat(answer.text()).contains("client-id", "not-for-machines", "exact-https-address", "remedy");
        portal.posts(API + "/clients", TOKEN, "{").is(400);
        portal.posts(
                        API + "/clients",
                        TOKEN,
                        terms("no-reason", "").replace("letter 12", "").replace("asked for in ", ""))
                .is(422);
    }

    @Test
    void opensToNobodyWithoutTheRight() {
        portal.gets(API + "/clients", "").is(401);
        portal.gets(API + "/clients", "not-a-token").is(401);
        portal.posts(API + "/keys", token("identity.operate"), "{" + BECAUSE + "}")
                .is(403);
        portal.gets(API + "/conflicts", token("identity.operate")).is(200);
    }

    @Test
    void replacesASecretWithoutAFailedCall() {
        var machine = new TrialPortal(identity, "demo-machine");
        var failed = new AtomicInteger();
        var calls = new AtomicInteger();
        var over = new AtomicBoolean();
        var sender = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                int status = machine.asks("/oauth2/token", Map.of("grant_type", "client_credentials"))
                        .status();
                failed.addAndGet(status == 200 ? 0 : 1);
                calls.incrementAndGet();
            }
        });
        Awaitility.await().until(() -> calls.get() > 3);
        String fresh = portal.posts(API + "/clients/demo-machine/secrets", TOKEN, "{\"overlap\":\"PT1H\"}")
                .is(201)
                .at("secret");
        var renewed = new TrialPortal(identity, "demo-machine", fresh);
        renewed.asks("/oauth2/token", Map.of("grant_type", "client_credentials"))
                .is(200);
        int then = calls.get();
        Awaitility.await().until(() -> calls.get() > then + 3);
        over.set(true);
        sender.join();
        assertThat(failed).hasValue(0);
        portal.posts(API + "/clients/demo-machine/secrets", TOKEN, "{\"overlap\":\"PT0S\"}")
                .is(201);
        renewed.asks("/oauth2/token", Map.of("grant_type", "client_credentials"))
                .is(401);
    }

    @Test
    void announcesANewKeyBeforeItSignsAndKeepsTheOldOneForItsTokens() throws ParseException {
        String old = kid();
        JsonNode fresh =
                portal.posts(API + "/keys", TOKEN, "{" + BECAUSE + "}").is(201).json();
        assertThat(kid()).isEqualTo(old);
        JsonNode published = portal.gets("/oauth2/jwks", "").is(200).json().path("keys");
        assertThat(published.toString()).contains(old, fresh.path("kid").asString());
        assertThat(actions(fresh.path("kid").asString())).containsExactly("signing-key-rotated");

        String token = token("identity.operate");
        JsonNode at = portal.posts(API + "/keys", TOKEN, "{\"compromised\":true," + BECAUSE + "}")
                .is(201)
                .json();
        assertThat(kid()).isEqualTo(at.path("kid").asString());
        portal.gets(API + "/conflicts", token).is(401);
        assertThat(portal.gets("/oauth2/jwks", "").json().path("keys").size()).isOne();
    }

    @Test
    void letsAnOperatorDecideThatTwoAccountsAreOnePerson() throws ParseException {
        String one = subject("an");
        String two = subject("an2");
        assertThat(two).isNotEqualTo(one);
        String operator = token("identity.operate");
        JsonNode conflict = conflict(operator, two);
        assertThat(conflict.path("evidence").path("id").asString()).isEqualTo("038******001");
        String path = API + "/conflicts/" + conflict.path("id").asString() + "/resolution";
        portal.posts(path, operator, "{\"resolution\":\"SAME\"}").is(422);
        portal.posts(path, operator, "{\"resolution\":\"SAME\"," + BECAUSE + "}")
                .is(200);
        portal.posts(path, operator, "{\"resolution\":\"SAME\"," + BECAUSE + "}")
                .is(409);
        assertThat(subject("an2")).isEqualTo(one);
        assertThat(identity.bean(JdbcTemplate.class)
                        .queryForList(
                                "select reason from identity.account_links where valid_to is not null", String.class))
                .contains("first log-in");
        assertThat(actions(two)).contains("subjects-merged");
    }

    @Test
    void endsEveryLogInOfASubjectThatIsLocked() throws ParseException {
        var citizen = new Citizen(identity);
        var answer = citizen.goesTo(portal.door("openid"), Citizen.VNEID, "minh");
        var tokens =
                portal.exchanges(TrialPortal.broughtBack(answer).get("code")).is(200);
        String subject =
                SignedJWT.parse(tokens.at("id_token")).getJWTClaimsSet().getSubject();
        portal.posts(API + "/subjects/" + subject + "/lock", TOKEN, "{" + BECAUSE + "}")
                .is(204);
        assertThat(Citizen.location(citizen.browser.opens(portal.door("openid"))))
                .endsWith("/login");
        var refresh = Map.of("grant_type", "refresh_token", "refresh_token", tokens.at("refresh_token"));
        assertThat(portal.asks("/oauth2/token", refresh).is(400).at("error")).isEqualTo("invalid_grant");
        assertThat(citizen.follow(citizen.logsIn(Citizen.VNEID, "minh")).body()).contains("Tài khoản bị khóa");
        portal.posts(API + "/subjects/" + subject + "/unlock", TOKEN, "{" + BECAUSE + "}")
                .is(204);
        assertThat(citizen.follow(citizen.logsIn(Citizen.VNEID, "minh")).statusCode())
                .isNotEqualTo(400);
        assertThat(portal.gets(API + "/audit/verification", TOKEN)
                        .is(200)
                        .json()
                        .path("firstBroken")
                        .isNull())
                .isTrue();
    }

    private static JsonNode conflict(String operator, String subject) {
        for (JsonNode waiting :
                portal.gets(API + "/conflicts", operator).is(200).json()) {
            if (waiting.path("kind").asString().equals("SAME_PERSONAL_ID")
                    && waiting.path("subject").asString().equals(subject)) {
                return waiting;
            }
        }
        throw new AssertionError("no conflict of " + subject);
    }

    private static String terms(String id, String more) {
        return "{\"terms\":{\"id\":\"%s\",\"name\":{\"vi\":\"Máy\"},%s\"kind\":\"MACHINE\",\"scopes\":[\"a\"]},%s}"
                .formatted(id, more, BECAUSE);
    }

    private static String token(String scope) {
        return second.asks("/oauth2/token", Map.of("grant_type", "client_credentials", "scope", scope))
                .is(200)
                .at("access_token");
    }

    private static String kid() throws ParseException {
        return SignedJWT.parse(token("identity.operate")).getHeader().getKeyID();
    }

    private static String subject(String account) throws ParseException {
        var answer = new Citizen(identity).goesTo(portal.door("openid"), Citizen.DVCQG, account);
        String code = TrialPortal.broughtBack(answer).get("code");
        return SignedJWT.parse(portal.exchanges(code).is(200).at("id_token"))
                .getJWTClaimsSet()
                .getSubject();
    }

    private static java.util.List<String> actions(String object) {
        return identity.bean(JdbcTemplate.class)
                .queryForList("select action from identity.audit where object = ? order by id", String.class, object);
    }
}
