package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Cache;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;

/** How staff log in, and who does not. */
@BesideHubs
class StaffTest {

    private static final String BECAUSE = "\"reason\":\"asked for in letter 12\"";
    private static final String WRONG = "Không đăng nhập được";

    private static RunningIdentity identity;

    @BeforeAll
    static void start() {
        identity = RunningIdentity.start(
                Map.of("LIENTHONG_ADMIN_TOKEN", Officer.ADMIN, "lienthong.identity.pace.denials", 1000));
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    /** All of them come from one address. */
    @BeforeEach
    void forgetAddresses() {
        new StringRedisTemplate(identity.bean(RedisConnectionFactory.class)).delete(redisKeys());
        Object tally = identity.context().getBean("tally");
        ((Cache<?, ?>) Objects.requireNonNull(ReflectionTestUtils.getField(tally, "here"))).invalidateAll();
    }

    @Test
    void leadsFromACodeOfTheAdministratorOverTheSecondFactorToATokenOfTheRole() throws ParseException {
        var officer = new Officer(identity, "lan.operator");
        String code = officer.isCreated("OPERATOR", "\"agency\":\"H52.14\",");
        assertThat(officer.sets(code, "lan.operator-lan.operator").body()).contains("quá dễ đoán");
        assertThat(officer.sets(code, "ngắn").body()).contains("ít nhất 12 ký tự");
        assertThat(officer.sets(code, Officer.PASSWORD).statusCode()).isEqualTo(303);
        assertThat(officer.sets(code, Officer.PASSWORD).body()).contains("Không đặt được");

        assertThat(Citizen.location(officer.browser.opens(officer.door("openid"))))
                .endsWith("/staff/login");
        String recovery = officer.logsIn().body();
        assertThat(recovery).contains("Mã khôi phục").doesNotContain("_csrf");
        var tokens = officer.tokens("openid profile hub.read identity.operate identity.admin")
                .is(200);
        JWTClaimsSet claims = claims(tokens.at("access_token"));
        assertThat(claims.getStringClaim("principal")).isEqualTo("lan.operator");
        assertThat(claims.getStringClaim("role")).isEqualTo("OPERATOR");
        assertThat(claims.getStringClaim("agency")).isEqualTo("H52.14");
        assertThat(claims.getAudience()).containsExactly("lienthong-hub");
        assertThat(claims.getStringClaim("acr")).isEqualTo("LoA2");
        assertThat(claims.getStringListClaim("scope"))
                .contains("hub.read", "identity.operate")
                .doesNotContain("identity.admin");
        assertThat(claims(tokens.at("id_token")).getAudience()).containsExactly("demo-console");
        assertThat(claims(tokens.at("id_token")).getClaim("role")).isNull();

        var api = new TrialPortal(identity, "demo-console", "");
        api.gets("/api/v1/identity/staff", tokens.at("access_token")).is(200);
        api.posts("/api/v1/identity/staff/lan.operator/unlock", tokens.at("access_token"), "{" + BECAUSE + "}")
                .is(403);
        assertThat(api.gets("/userinfo", tokens.at("access_token")).is(200).at("name"))
                .isEqualTo("Cán bộ lan.operator");
        assertThat(actions("lan.operator")).contains("staff-created", "password-set", "second-factor-enrolled");
    }

    @Test
    void takesACodeOfTheAuthenticatorOnceAndARecoveryCodeOnce() {
        var officer = new Officer(identity, "once.operator").ready("OPERATOR", "");
        String recovery = Officer.found(
                java.util.regex.Pattern.compile("<code>([A-Z2-7-]+)</code>"),
                officer.logsIn().body());
        String used = officer.code(officer.lastStep());
        officer.types(Officer.PASSWORD);
        assertThat(officer.fills("/staff/code", Map.of("code", used)).body()).contains("đã được dùng");
        assertThat(officer.fills("/staff/code", Map.of("code", "000000")).statusCode())
                .isEqualTo(422);
        assertThat(officer.fills("/staff/code", Map.of("code", recovery.toLowerCase()))
                        .statusCode())
                .isEqualTo(303);
        officer.types(Officer.PASSWORD);
        assertThat(officer.fills("/staff/code", Map.of("code", recovery)).statusCode())
                .isEqualTo(422);
        assertThat(Citizen.location(officer.fills("/staff/code", Map.of("code", officer.code()))))
                .endsWith("/account");
    }

    @Test
    void endsALogInThatWasHalfDoneWithAReset() {
        var owner = new Officer(identity, "reset.operator").ready("OPERATOR", "");
        var thief = new Officer(identity, "reset.operator");
        thief.types(Officer.PASSWORD);
        thief.holds(Officer.found(
                java.util.regex.Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<"),
                thief.opens("/staff/factor").body()));
        String code = owner.administrator("/reset.operator/invitation", "{" + BECAUSE + "}")
                .is(201)
                .at("code");
        assertThat(Citizen.location(thief.opens("/staff/factor"))).endsWith("notice=over");
        assertThat(owner.sets(code, Officer.PASSWORD).statusCode()).isEqualTo(303);
        assertThat(Citizen.location(thief.opens("/staff/factor")))
                .as("the same password, set anew")
                .endsWith("notice=over");

        thief.types(Officer.PASSWORD);
        assertThat(thief.opens("/staff/factor").statusCode()).isEqualTo(200);
        assertThat(owner.logsIn().body()).contains("Mã khôi phục");
        assertThat(Citizen.location(thief.opens("/staff/factor")))
                .as("no factor over another")
                .endsWith("notice=over");
        var waiting = new Officer(identity, "reset.operator");
        waiting.types(Officer.PASSWORD);
        owner.administrator("/reset.operator/second-factor/reset", "{" + BECAUSE + "}")
                .is(204);
        assertThat(Citizen.location(waiting.opens("/staff/code"))).endsWith("notice=over");
    }

    @Test
    void answersAnUnknownNameAWrongPasswordAndALockedAccountAlike() {
        var officer = new Officer(identity, "locked.viewer").ready("VIEWER", "");
        var nobody = new Officer(identity, "nobody.at-all");
        String wrong = officer.types("không phải mật khẩu này").body();
        String unknown = nobody.types("không phải mật khẩu này").body();
        for (int tries = 0; tries < 5; tries++) {
            officer.types("không phải mật khẩu này");
        }
        String locked = officer.types(Officer.PASSWORD).body();
        assertThat(without(wrong, officer))
                .contains(WRONG)
                .isEqualTo(without(unknown, nobody))
                .isEqualTo(without(locked, officer));

        forgetAddresses();
        assertThat(officer.types(Officer.PASSWORD).body())
                .as("without what Redis knew")
                .contains(WRONG);
        officer.administrator("/locked.viewer/unlock", "{" + BECAUSE + "}").is(204);
        JsonNode shown = new TrialPortal(identity, "demo-console", "")
                .gets("/api/v1/identity/staff/locked.viewer", Officer.ADMIN)
                .json();
        assertThat(shown.path("lockedUntil").isNull()).isTrue();
        assertThat(officer.types(Officer.PASSWORD).statusCode()).isEqualTo(303);
        assertThat(actions("locked.viewer")).contains("staff-log-in-refused", "staff-unlocked");
    }

    @Test
    void asksToComeBackWhenMoreComeThanCanBeJudgedAndCountsNoTry() {
        var officer = new Officer(identity, "crowded.viewer").ready("VIEWER", "");
        var memory = (Semaphore) Objects.requireNonNull(
                ReflectionTestUtils.getField(identity.context().getBean("passwords"), "memory"));
        int all = memory.drainPermits();
        try {
            var busy = officer.types(Officer.PASSWORD);
            assertThat(busy.statusCode()).isEqualTo(503);
            assertThat(busy.body()).contains("role=\"alert\"");
        } finally {
            memory.release(all);
        }
        assertThat(identity.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select failures from identity.staff where name = 'crowded.viewer'", Integer.class))
                .isZero();
        assertThat(officer.types(Officer.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void letsNoMoreThanTheAllowedTriesThroughAtOneTime() {
        var officer = new Officer(identity, "many.viewer").ready("VIEWER", "");
        List<CompletableFuture<Integer>> guesses = IntStream.range(0, 15)
                .mapToObj(guess -> CompletableFuture.supplyAsync(() -> new Officer(identity, "many.viewer")
                        .types("mật khẩu đoán thứ " + guess)
                        .statusCode()))
                .toList();
        assertThat(guesses.stream().map(CompletableFuture::join)).containsOnly(422);
        assertThat(identity.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select failures from identity.staff where name = 'many.viewer'", Integer.class))
                .isEqualTo(5);
        assertThat(officer.types(Officer.PASSWORD).body()).contains(WRONG);
        assertThat(identity.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select extract(epoch from locked_until - tried_at)::int from identity.staff where name = 'many.viewer'",
                                Integer.class))
                .isEqualTo(60);
    }

    @Test
    void stopsAnAddressThatTriesOnePasswordOnManyNames() {
        var officer = new Officer(identity, "sprayed.viewer").ready("VIEWER", "");
        for (int tries = 0; tries <= 30; tries++) {
            new Officer(identity, "nobody." + tries).types(Officer.PASSWORD);
        }
        assertThat(officer.types(Officer.PASSWORD).body()).contains(WRONG);
        forgetAddresses();
        assertThat(officer.types(Officer.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void givesTheBrowserANewSessionWithEveryProof() {
        var officer = new Officer(identity, "fresh.operator").ready("OPERATOR", "");
        officer.opens("/staff/login");
        String planted = officer.browser.cookie("IDPSESSION").orElseThrow();
        officer.types(Officer.PASSWORD);
        String between = officer.browser.cookie("IDPSESSION").orElseThrow();
        officer.enrols();
        String after = officer.browser.cookie("IDPSESSION").orElseThrow();
        assertThat(Set.of(planted, between, after)).hasSize(3);
        var attacker = new Browser();
        assertThat(Citizen.location(attacker.send(java.net.http.HttpRequest.newBuilder(officer.door("openid"))
                        .header("Accept", "text/html")
                        .header("Cookie", "IDPSESSION=" + planted)
                        .build())))
                .endsWith("/staff/login");
        assertThat(Citizen.location(officer.browser.opens(officer.door("openid"))))
                .startsWith(TrialPortal.CALLBACK);
    }

    @Test
    void takesNoFormWithoutItsToken() {
        var officer = new Officer(identity, "csrf.viewer").ready("VIEWER", "");
        Map<String, String> form = Map.of("name", officer.name, "password", Officer.PASSWORD);
        for (String path :
                List.of("/staff/login", "/staff/code", "/staff/factor", "/staff/invitation", "/staff/password")) {
            assertThat(officer.browser.submits(identity.issuer() + path, form).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(Citizen.location(officer.opens("/staff/password"))).endsWith("/staff/login");
    }

    @Test
    void changesThePasswordAndEndsEveryOtherLogIn() {
        var officer = new Officer(identity, "change.viewer").ready("VIEWER", "");
        var tokens = officer.tokens("openid hub.read").is(200);
        String fresh = "một câu khác hẳn, dài hơn";
        assertThat(officer.fills("/staff/password", Map.of("current", "sai", "fresh", fresh, "again", fresh))
                        .body())
                .contains(WRONG);
        assertThat(officer.fills("/staff/password", Map.of("current", Officer.PASSWORD, "fresh", fresh, "again", "x"))
                        .body())
                .contains("không giống nhau");
        assertThat(Citizen.location(officer.fills(
                        "/staff/password", Map.of("current", Officer.PASSWORD, "fresh", fresh, "again", fresh))))
                .endsWith("?notice=set");
        assertThat(officer.refreshes(tokens).is(400).at("error")).isEqualTo("invalid_grant");
        assertThat(officer.types(Officer.PASSWORD).statusCode()).isEqualTo(422);
        assertThat(officer.types(fresh).statusCode()).isEqualTo(303);
    }

    @Test
    void endsLogInsWithTheRightsAndSaysWhyOnceThePasswordIsRight() {
        var officer = new Officer(identity, "ended.viewer").ready("VIEWER", "");
        var tokens = officer.tokens("openid hub.read").is(200);
        officer.administrator("/ended.viewer/end", "{" + BECAUSE + "}").is(200);
        assertThat(officer.refreshes(tokens).is(400).at("error")).isEqualTo("invalid_grant");
        assertThat(Citizen.location(officer.browser.opens(officer.door("openid"))))
                .endsWith("/staff/login");
        assertThat(officer.types(Officer.PASSWORD).body()).contains("không còn quyền");
        assertThat(officer.types("không phải mật khẩu").body()).contains(WRONG);
    }

    @Test
    void movesThePeopleOfAnAgencyThatEndsAsThePlanWasSeen() throws ParseException {
        var one = new Officer(identity, "an.moved").ready("OPERATOR", "\"agency\":\"H52.90\",");
        new Officer(identity, "binh.leaves").isCreated("VIEWER", "\"agency\":\"H52.90\",");
        String move =
                "{\"move\":{\"from\":\"H52.90\",\"to\":\"H52.91\",\"on\":\"%s\",\"roles\":{\"an.moved\":\"APPROVER\"},\"leaving\":[\"binh.leaves\"]}%s}";
        String now = Instant.now().toString();
        JsonNode plan = one.administrator("/reorganisation", move.formatted(now, ""))
                .is(200)
                .json();
        assertThat(plan.path("lines").size()).isEqualTo(2);
        assertThat(plan.path("lines").path(1).path("proposed").isNull()).isTrue();
        String mark = plan.path("mark").asString();
        one.administrator("/reorganisation", move.formatted(now, ",\"mark\":\"" + mark + "\""))
                .is(422);
        one.administrator(
                        "/an.moved/rights",
                        "{\"role\":\"VIEWER\",\"agency\":\"H52.90\",\"from\":\"" + now + "\"," + BECAUSE + "}")
                .is(200);
        one.administrator("/reorganisation", move.formatted(now, ",\"mark\":\"" + mark + "\"," + BECAUSE))
                .is(409);
        String seen = one.administrator("/reorganisation", move.formatted(now, ""))
                .is(200)
                .at("mark");
        one.administrator("/reorganisation", move.formatted(now, ",\"mark\":\"" + seen + "\"," + BECAUSE))
                .is(200);
        JWTClaimsSet claims = claims(one.tokens("openid hub.read").is(200).at("access_token"));
        assertThat(claims.getStringClaim("agency")).isEqualTo("H52.91");
        assertThat(claims.getStringClaim("role")).isEqualTo("APPROVER");
        assertThat(actions("binh.leaves")).contains("staff-regranted");
    }

    @Test
    void writesNobodysPastAnew() {
        var officer = new Officer(identity, "past.viewer");
        String past = Instant.now().minusSeconds(120).toString();
        String form = "{\"name\":\"past.viewer\",\"displayName\":\"x\",\"role\":\"VIEWER\",\"from\":\"" + past + "\","
                + BECAUSE + "}";
        assertThat(officer.administrator("", form).is(422).text()).contains("past", "remedy");
        officer.isCreated("VIEWER", "\"agency\":\"H52.92\",");
        officer.administrator("/past.viewer/rights", form).is(422);
        officer.administrator("/past.viewer/end", "{\"on\":\"" + past + "\"," + BECAUSE + "}")
                .is(422);
        String move = "{\"move\":{\"from\":\"H52.92\",\"to\":\"%s\",\"on\":\"%s\"}}";
        officer.administrator(
                        "/reorganisation",
                        move.formatted("H52.93", Instant.now().minusSeconds(86_400)))
                .is(422);
        Instant on = Instant.now();
        String mark = officer.administrator("/reorganisation", move.formatted("H52.93", on))
                .is(200)
                .at("mark");
        assertThat(officer.administrator("/reorganisation", move.formatted("H52.93", on))
                        .at("mark"))
                .isEqualTo(mark);
        assertThat(officer.administrator("/reorganisation", move.formatted("H52.93", on.plusSeconds(60)))
                        .at("mark"))
                .isNotEqualTo(mark);
        officer.administrator("/past.viewer/end", "{" + BECAUSE + "}").is(200);
        assertThat(officer.administrator("/past.viewer/end", "{" + BECAUSE + "}")
                        .is(200)
                        .json()
                        .path("grants")
                        .size())
                .as("what was stays readable")
                .isOne();
    }

    @Test
    void keepsCitizensAndStaffApart() throws ParseException {
        var citizen = new Browser();
        citizen.opens(identity.issuer() + "/trial-login?subject=a-citizen");
        var officer = new Officer(identity, "apart.administrator").ready("ADMINISTRATOR", "");
        assertThat(Citizen.location(citizen.opens(officer.door("openid hub.admin identity.admin"))))
                .endsWith("/staff/login");
        assertThat(TrialPortal.broughtBack(citizen.opens(officer.door("openid hub.admin identity.admin"))))
                .containsEntry("error", "unmet_authentication_requirements");
        officer.logsIn();
        assertThat(Citizen.location(officer.browser.opens(new TrialPortal(identity, "demo-portal").door("openid"))))
                .endsWith("/login")
                .doesNotContain("staff");
        JWTClaimsSet claims =
                claims(officer.tokens("openid identity.admin").is(200).at("access_token"));
        assertThat(claims.getStringListClaim("scope")).contains("identity.admin");
        assertThat(claims.getClaim("principal"))
                .as("only for who asks for the hub")
                .isNull();
        var db = identity.bean(JdbcTemplate.class);
        assertThatThrownBy(
                        () -> db.update(
                                "insert into identity.logins (id, subject, provider, at) values (gen_random_uuid(), 'a-citizen', 'staff', now())"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("of staff or of a citizen");
    }

    @Test
    void namesWhatIsWrongWithAnAccount() {
        var officer = new Officer(identity, "wrong");
        assertThat(officer.administrator("", "{\"name\":\"Có dấu\",\"role\":\"DEPARTMENT_USER\"," + BECAUSE + "}")
                        .is(422)
                        .text())
                .contains("staff-name", "displayName", "of-a-department", "remedy");
        officer.administrator("", "{\"role\":\"KING\"}").is(400);
        officer.administrator("/nobody/unlock", "{" + BECAUSE + "}").is(404);
        officer.isCreated("VIEWER", "");
        officer.administrator("", "{\"name\":\"wrong\",\"displayName\":\"x\",\"role\":\"VIEWER\"," + BECAUSE + "}")
                .is(409);
        officer.administrator("/wrong/invitation", "{}").is(422);
        new TrialPortal(identity, "demo-console", "")
                .gets("/api/v1/identity/staff", "")
                .is(401);
    }

    private static String without(String page, Officer officer) {
        return page.replaceAll("value=\"[^\"]*\"", "").replace(officer.name, "");
    }

    private static Set<String> redisKeys() {
        return new StringRedisTemplate(identity.bean(RedisConnectionFactory.class)).keys("idp:pace:staff:*");
    }

    private static JWTClaimsSet claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    private static List<String> actions(String object) {
        return identity.bean(JdbcTemplate.class)
                .queryForList("select action from identity.audit where object = ? order by id", String.class, object);
    }
}
