package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;
import vn.lienthong.standin.StandIn;

/** Staff under rules of the province's own, and at its own provider. */
@BesideHubs
class StaffRulesTest {

    private static final String PROVINCE = "province-idp";
    private static final String BECAUSE = "\"reason\":\"asked for in letter 12\"";
    private static final String NOT_NAMED = "Nơi đăng nhập của tỉnh không nhận tài khoản này";
    private static final String WRONG = "Không đăng nhập được";

    @TempDir
    private static Path folder;

    private static StandIn standIn;
    private static RunningIdentity identity;

    @BeforeAll
    static void start() throws IOException {
        standIn = RunningIdentity.standIn();
        PartAddresses all = RealParts.shared().addressesWithFreshDatabase();
        var parts = new PartAddresses(all.database(), all.cache(), all.broker(), URI.create(standIn.url()));
        identity = RunningIdentity.start(
                home(),
                parts,
                FreePort.next(),
                Map.of("LIENTHONG_ADMIN_TOKEN", Officer.ADMIN, "LIENTHONG_PROXIES", "127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        identity.close();
        standIn.close();
    }

    @Test
    void wantsANewPasswordOnceTheOldOneIsTooOld() {
        var officer = new Officer(identity, "aged.viewer").ready("VIEWER", "");
        assertThat(Citizen.location(officer.types(Officer.PASSWORD))).doesNotContain("renew");
        var db = identity.bean(JdbcTemplate.class);
        assertThat(db.update("update identity.staff set password_set_at = now() - interval '181 days'"
                        + " where name = 'aged.viewer'"))
                .isOne();
        var again = new Officer(identity, "aged.viewer");
        HttpResponse<String> sent = again.types(Officer.PASSWORD);
        assertThat(sent.statusCode()).isEqualTo(303);
        String renewal = Citizen.location(sent);
        assertThat(again.opens(renewal).body()).contains("name=\"fresh\"");
        assertThat(Citizen.location(again.browser.opens(again.door("openid"))))
                .as("not in before")
                .endsWith("/staff/login");
        String fresh = "một câu mới, đủ dài để nhớ";
        HttpResponse<String> in = again.fills(renewal, Map.of("fresh", fresh, "again", fresh));
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(TrialPortal.broughtBack(again.browser.opens(again.door("openid"))))
                .containsKey("code");
    }

    /** Judging a password takes a while, and a reset may come in between. */
    @Test
    void setsNoPasswordOverAResetThatCameMeanwhile() {
        var officer = new Officer(identity, "overtaken.viewer").ready("VIEWER", "");
        officer.tokens("openid hub.read").is(200);
        String fresh = "một câu mới, đủ dài để nhớ";
        HttpResponse<String> changed = resetWhileJudged(
                officer, "/staff/password", Map.of("current", Officer.PASSWORD, "fresh", fresh, "again", fresh));
        assertThat(changed.body()).contains(WRONG);
        assertThat(password("overtaken.viewer")).isNull();

        var aged = new Officer(identity, "overtaken.aged").ready("VIEWER", "");
        assertThat(identity.bean(JdbcTemplate.class)
                        .update("update identity.staff set password_set_at = now() - interval '181 days'"
                                + " where name = 'overtaken.aged'"))
                .isOne();
        String renewal = Citizen.location(aged.types(Officer.PASSWORD));
        HttpResponse<String> renewed = resetWhileJudged(aged, renewal, Map.of("fresh", fresh, "again", fresh));
        assertThat(Citizen.location(renewed)).endsWith("notice=over");
        assertThat(password("overtaken.aged")).isNull();
        assertThat(aged.types(fresh).statusCode()).isEqualTo(422);
    }

    private static HttpResponse<String> resetWhileJudged(Officer officer, String form, Map<String, String> fields) {
        var memory = (Semaphore) Objects.requireNonNull(
                ReflectionTestUtils.getField(identity.context().getBean("passwords"), "memory"));
        int all = memory.drainPermits();
        try {
            var answer = CompletableFuture.supplyAsync(() -> officer.fills(form, fields));
            await().pollInterval(Duration.ofMillis(5)).until(memory::hasQueuedThreads);
            officer.administrator("/" + officer.name + "/invitation", "{" + BECAUSE + "}")
                    .is(201);
            memory.release(all);
            all = 0;
            return answer.join();
        } finally {
            memory.release(all);
        }
    }

    private static @Nullable String password(String name) {
        return identity.bean(JdbcTemplate.class)
                .queryForObject("select password from identity.staff where name = ?", String.class, name);
    }

    @Test
    void countsFailuresByTheAddressThatAProxyOfOursSaw() {
        for (int tries = 0; tries < 3; tries++) {
            assertThat(logsInFrom("192.0.2.9", "nobody-" + tries, "x").body()).contains(WRONG);
        }
        new Officer(identity, "proxied.viewer").ready("VIEWER", "");
        assertThat(logsInFrom("192.0.2.9", "proxied.viewer", Officer.PASSWORD).body())
                .as("the right password from an address that failed too often")
                .contains(WRONG);
        assertThat(logsInFrom("192.0.2.10", "proxied.viewer", Officer.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void countsFailuresByTheNetworkOfAnAddressOfIpv6() {
        new Officer(identity, "networked.viewer").ready("VIEWER", "");
        for (int tries = 0; tries < 4; tries++) {
            logsInFrom("2001:db8:7:1::" + tries, "nobody-" + tries, "x");
        }
        assertThat(logsInFrom("2001:db8:7:1::99", "networked.viewer", Officer.PASSWORD)
                        .body())
                .contains(WRONG);
        assertThat(logsInFrom("2001:db8:7:2::99", "networked.viewer", Officer.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void takesAsLongForANameThatDoesNotExist() {
        for (int name = 0; name < 3; name++) {
            new Officer(identity, "timed-" + name).ready("VIEWER", "");
        }
        List<Long> wrong = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int tries = 0; tries < 9; tries++) {
            wrong.add(timed("192.0.3." + tries, "timed-" + tries % 3));
            unknown.add(timed("192.0.4." + tries, "nobody-there-" + tries));
        }
        assertThat((double) median(unknown) / median(wrong))
                .as("unknown " + unknown + ", wrong " + wrong)
                .isBetween(0.5, 2.0);
    }

    @Test
    void letsInAtTheProvincesOwnProviderWhomAnAdministratorNamed() throws ParseException {
        var officer = new Officer(identity, "named.operator");
        officer.isCreated("OPERATOR", "\"agency\":\"H52.14\",");
        String issuer = standIn.url() + "/sso";
        officer.administrator(
                        "/named.operator/accounts",
                        "{\"issuer\":\"%s\",\"sub\":\"dvcqg-an\",%s}".formatted(issuer, BECAUSE))
                .is(204);
        var citizen = new Citizen(identity);
        assertThat(Citizen.location(citizen.browser.opens(officer.door("openid hub.read"))))
                .endsWith("/staff/login");
        assertThat(citizen.browser.opens(identity.issuer() + "/staff/login").body())
                .contains("/oauth2/authorization/" + PROVINCE);
        assertThat(citizen.browser.opens(identity.issuer() + "/login").body()).doesNotContain(PROVINCE);
        var back = TrialPortal.broughtBack(citizen.follow(citizen.logsIn(PROVINCE, "an")));
        String token = new TrialPortal(identity, "demo-console")
                .exchanges(back.get("code"))
                .is(200)
                .at("access_token");
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getStringClaim("principal")).isEqualTo("named.operator");
        assertThat(claims.getStringClaim("role")).isEqualTo("OPERATOR");
        assertThat(claims.getStringClaim("acr")).as("as the file says").isEqualTo("LoA2");

        var stranger = new Citizen(identity);
        stranger.browser.opens(officer.door("openid hub.read"));
        assertThat(stranger.follow(stranger.logsIn(PROVINCE, "binh")).body()).contains(NOT_NAMED);
        assertThat(refusals("unknown_staff")).isOne();
        takesTheAccountBackAndNamesItAgain(officer, issuer);
        officer.administrator("/named.operator/end", "{" + BECAUSE + "}").is(200);
        var ended = new Citizen(identity);
        ended.browser.opens(officer.door("openid hub.read"));
        assertThat(ended.follow(ended.logsIn(PROVINCE, "an")).body()).contains(NOT_NAMED);
        assertThat(refusals("staff_without_rights")).isOne();
    }

    private static void takesTheAccountBackAndNamesItAgain(Officer officer, String issuer) {
        var api = new TrialPortal(identity, "demo-console", "");
        var shown =
                api.gets("/api/v1/identity/staff/named.operator", Officer.ADMIN).is(200);
        assertThat(shown.text()).doesNotContain("dvcqg-an");
        var named = shown.json().path("accounts").path(0);
        assertThat(named.path("issuer").asString()).isEqualTo(issuer);
        String path = "/api/v1/identity/staff/named.operator/accounts/";
        api.deletes(path + named.path("id").asString(), Officer.ADMIN).is(422);
        api.deletes(path + "another?reason=letter+13", Officer.ADMIN).is(404);
        api.deletes(path + named.path("id").asString() + "?reason=letter+13", Officer.ADMIN)
                .is(204);
        var db = identity.bean(JdbcTemplate.class);
        assertThat(db.queryForList(
                        "select details ->> 'account' from identity.audit where action in"
                                + " ('staff-account-named', 'staff-account-taken-back') and object = 'named.operator'",
                        String.class))
                .containsExactly(named.path("id").asString(), named.path("id").asString());
        assertThat(db.queryForList(
                        "select 1 from identity.logins l join identity.staff s using (subject)"
                                + " where s.name = 'named.operator' and l.ended_at is null",
                        Integer.class))
                .isEmpty();
        var again = new Citizen(identity);
        again.browser.opens(officer.door("openid hub.read"));
        assertThat(again.follow(again.logsIn(PROVINCE, "an")).body()).contains(NOT_NAMED);
        officer.administrator(
                        "/named.operator/accounts",
                        "{\"issuer\":\"%s\",\"sub\":\"dvcqg-an\",%s}".formatted(issuer, BECAUSE))
                .is(204);
    }

    @Test
    void auditsALogOutOfStaffUnderTheirName() {
        var officer = new Officer(identity, "leaving.viewer").ready("VIEWER", "");
        String token = officer.tokens("openid hub.read").is(200).at("id_token");
        officer.browser.opens(identity.issuer() + "/connect/logout?id_token_hint=" + token);
        assertThat(identity.bean(JdbcTemplate.class)
                        .queryForList(
                                "select role from identity.audit where action = 'logged-out' and actor = 'leaving.viewer'",
                                String.class))
                .containsExactly("STAFF");
    }

    private static long timed(String from, String name) {
        var officer = new Officer(identity, name);
        officer.opens("/staff/login");
        long began = System.nanoTime();
        assertThat(logsInFrom(from, name, "không phải mật khẩu này").body()).contains(WRONG);
        return System.nanoTime() - began;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static HttpResponse<String> logsInFrom(String address, String name, String password) {
        var officer = new Officer(identity, name);
        String page = officer.opens("/staff/login").body();
        String csrf = Officer.found(java.util.regex.Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\""), page);
        String form = Browser.encoded(Map.of("name", name, "password", password, "_csrf", csrf));
        return officer.browser.send(HttpRequest.newBuilder(URI.create(identity.issuer() + "/staff/login"))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", address)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static int refusals(String error) {
        return identity.bean(JdbcTemplate.class)
                .queryForList(
                        "select 1 from identity.audit where action = 'log-in-refused' and details ->> 'error' = ?",
                        Integer.class,
                        error)
                .size();
    }

    /** The working copy's configuration with stricter rules, and a provider for staff. */
    private static HubHome home() throws IOException {
        HubHome usual = RealParts.shared().freshHome();
        Path config = folder.resolve("config");
        copy(usual.config().resolve("identity"), config.resolve("identity"));
        copy(usual.config().resolve("demo/identity"), config.resolve("demo/identity"));
        Path rules = config.resolve("identity/staff.yaml");
        Files.writeString(
                rules,
                Files.readString(rules)
                        .replaceFirst("age: null", "age: P180D")
                        .replaceFirst("perAddress: 30", "perAddress: 3"));
        Path upstreams = config.resolve("demo/identity/upstreams.yaml");
        Files.writeString(upstreams, Files.readString(upstreams) + """
                  - id: province-idp
                    name: { vi: "Tài khoản công vụ của tỉnh" }
                    standIn: true
                    staff: true
                    issuer: "{stand-in}/sso"
                    authorize: "{stand-in}/sso/authorize"
                    token: "{stand-in}/sso/token"
                    userInfo: "{stand-in}/sso/userinfo"
                    keys: "{stand-in}/sso/keys"
                    userInfoBy: POST
                    level: LoA2
                    claims: { name: HoVaTen }
                """);
        Files.createDirectories(usual.secrets());
        Files.writeString(usual.secrets().resolve("national"), "the-stand-ins-password");
        return new HubHome(usual.mode(), usual.data(), usual.secrets(), usual.routes(), config, usual.mocks());
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Files.isDirectory(file) ? target : target.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
