package vn.lienthong.hub.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.identity.Officer;
import vn.lienthong.identity.RunningIdentity;
import vn.lienthong.infra.BesideOthers;
import vn.lienthong.trust.Seal;

/** Staff come to the console by the province's log-in and leave it again, with a browser and two real servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@ResourceLock("identity")
class LogInByProviderTest {

    /** Where a trial finds itself when the usual port is taken. */
    private static final String CONSOLE = "http://127.0.0.1:18999";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final RunningIdentity identity = RunningIdentity.start(
            Map.of("LIENTHONG_ADMIN_TOKEN", Officer.ADMIN, "lienthong.identity.console", CONSOLE));
    private RunningHub hub;

    @BeforeAll
    void start() throws IOException {
        hub = RunningHub.with(Map.of(
                "lienthong.access.tokens.issuer",
                identity.issuer().toString(),
                "lienthong.access.tokens.jwk-set-uri",
                identity.issuer() + "/oauth2/jwks",
                "lienthong.console.address",
                CONSOLE,
                "lienthong.console.secret",
                Files.readString(identity.secret("console")).strip()));
    }

    @AfterAll
    void stop() {
        hub.close();
        identity.close();
    }

    @Test
    void comesBackToThePageThatWasWantedWithTheRightsOfTheAccount() {
        Officer officer = new Officer(identity, "viewer.console").ready("VIEWER", "");
        assertThat(in(officer, "/console/national")).isEqualTo("/console/national");
        String page = opens(officer, "/console/national").body();
        assertThat(page).contains("viewer.console").doesNotContain("action=\"/console/national/blocked/replay\"");
        HttpResponse<String> beyond = submits(
                officer, "/console/national", "/console/national/blocked/replay", Map.of("cause", "x", "reason", "y"));
        assertThat(beyond.statusCode()).isEqualTo(403);
    }

    @Test
    void letsAnAccountOfADepartmentSeeItsOwnOnly() {
        Officer officer = new Officer(identity, "land.console").ready("DEPARTMENT_USER", "\"department\":\"land\",");
        in(officer, "/console");
        assertThat(opens(officer, "/console").body())
                .contains("<code>land</code>")
                .doesNotContain("<code>health</code>");
    }

    @Test
    void readsTheAuditOfTheLogInWithTheSameAccount() {
        Officer officer = new Officer(identity, "inspects.console").ready("INSPECTOR", "");
        in(officer, "/console/audit");
        assertThat(opens(officer, "/console/audit?chain=identity&action=logged-")
                        .body())
                .contains("Các việc ở hệ đăng nhập", "logged-in", "inspects.console")
                .doesNotContain("role=\"alert\"");
        assertThat(submits(officer, "/console/audit", "/console/audit/verify?chain=identity", Map.of())
                        .body())
                .contains("Nguyên vẹn");
        HttpResponse<String> day = opens(officer, "/console/audit/day?chain=identity");
        assertThat(day.headers().firstValue("Content-Disposition").orElse("")).contains("identity-audit-");
        assertThat(day.body()).contains("\"previousHash\"");
    }

    @Test
    void showsOperatorsTheLogInsThatHoldAndEndsOneForAReason() {
        Officer left = new Officer(identity, "left.console").ready("VIEWER", "");
        in(left, "/console");
        Officer officer = new Officer(identity, "operates.console").ready("OPERATOR", "");
        in(officer, "/console/identity");
        String page = opens(officer, "/console/identity?who=left.console").body();
        assertThat(page)
                .contains("left.console", "<code class=\"d-block\">console</code>", "Không có gì chờ quyết định")
                .doesNotContain("role=\"alert\"");
        Matcher id = Pattern.compile("/console/identity/end\\?id=([0-9a-f-]+)").matcher(page);
        assertThat(id.find()).isTrue();
        String end = "/console/identity/end?id=" + id.group(1);
        assertThat(submits(officer, "/console/identity", end, Map.of("reason", "no"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(submits(officer, "/console/identity", end, Map.of("reason", "left the office"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(opens(officer, "/console/identity?who=left.console").body()).contains("Không có phiên nào khớp");
        assertThat(opens(officer, "/console/audit?chain=identity&action=login-ended")
                        .body())
                .contains("left the office", "operates.console");
    }

    @Test
    void asksAPersonWhetherTwoAccountsAreOneAndKeepsWhatWasDecided() {
        UUID conflict = UUID.randomUUID();
        identity.bean(JdbcTemplate.class).update("""
                with subjects as (
                  insert into identity.subjects (id, kind, created_at) values ('s-one', 'PERSON', now()), ('s-two', 'PERSON', now())),
                account as (
                  insert into identity.accounts (id, provider, issuer, sub, kind, profile, first_seen, last_seen)
                  values (gen_random_uuid(), 'national', 'https://above.example', 'a', 'PERSON', '', now(), now()) returning id)
                insert into identity.conflicts (id, kind, account, subject, other, evidence, opened_at)
                select ?, 'SAME_PERSONAL_ID', id, 's-one', 's-two', '{"kind":"PERSONAL_ID","id":"014******001"}', now() from account
                """, conflict);
        Officer officer = new Officer(identity, "decides.console").ready("OPERATOR", "");
        in(officer, "/console/identity");
        assertThat(opens(officer, "/console/identity").body())
                .contains("Cùng số định danh", "014******001", "s-one", "s-two", "value=\"SAME\"")
                .doesNotContain("role=\"alert\"");
        String decide = "/console/identity/conflict?id=" + conflict;
        assertThat(submits(
                                officer,
                                "/console/identity",
                                decide,
                                Map.of("resolution", "APART", "reason", "two brothers"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(opens(officer, "/console/identity").body()).doesNotContain("s-one");
        assertThat(submits(
                                officer,
                                "/console/identity",
                                decide,
                                Map.of("resolution", "SAME", "reason", "one person after all"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void tellsWhoCameWithAKeyThatTheLogInKnowsNoKeys() {
        Officer officer = new Officer(identity, "by.key.console");
        submits(
                officer,
                "/console/log-in",
                "/console/log-in/key",
                Map.of("key", hub.as("operator").key()));
        assertThat(opens(officer, "/console/identity").body())
                .contains("chỉ nhận tài khoản cán bộ")
                .doesNotContain("role=\"alert\"");
        assertThat(opens(officer, "/console/audit").body()).contains("Hệ đăng nhập có sổ riêng");
    }

    @Test
    void endsTheLogInItselfAtTheLogOut() {
        Officer officer = new Officer(identity, "leaves.console").ready("OPERATOR", "");
        in(officer, "/console");
        String to = location(submits(officer, "/console", "/console/log-out", Map.of()));
        assertThat(to).startsWith(identity.issuer() + "/connect/logout?id_token_hint=");
        assertThat(location(officer.browser.opens(to))).isEqualTo(CONSOLE + "/console/log-in?problem=left");
        assertThat(opens(officer, "/console").statusCode()).isEqualTo(303);
        assertThat(location(officer.browser.opens(location(opens(officer, "/console/log-in/by/province")))))
                .contains("/staff/login");
    }

    @Test
    void refusesACodeThatWasBegunInAnotherBrowser() {
        Officer officer = new Officer(identity, "mixed.console").ready("OPERATOR", "");
        String back = broughtBack(officer, "/console");
        Officer other = new Officer(identity, "other.console");
        assertThat(location(other.browser.opens(here(back)))).isEqualTo("/console/log-in?problem=failed");
        assertThat(opens(other, "/console").statusCode()).isEqualTo(303);
    }

    @Test
    void renewsATokenOnceForAllThatAskAtTheSameTime() {
        Officer officer = new Officer(identity, "renews.console").ready("OPERATOR", "");
        in(officer, "/console");
        Visit now = visit(officer);
        Visit due = now.renewed(
                new Visit.Grant("over", now.refresh(), hub.bean(Clock.class).instant()));
        Renewals renewals = hub.bean(Renewals.class);
        Visit one = renewals.of(due).blockOptional(Duration.ofSeconds(10)).orElseThrow();
        Visit two = renewals.of(due).blockOptional(Duration.ofSeconds(10)).orElseThrow();
        assertThat(one.proof()).isNotEqualTo("over").isEqualTo(two.proof());
        assertThat(one.refresh()).isNotEqualTo(now.refresh());
    }

    private Visit visit(Officer officer) {
        byte[] sealed = java.util.Base64.getUrlDecoder()
                .decode(officer.browser.cookie(Visits.COOKIE).orElseThrow());
        return hub.bean(tools.jackson.databind.json.JsonMapper.class)
                .readValue(hub.bean(Seal.class).open(sealed), Visit.class);
    }

    /** From the page that was wanted over the log-in and back; where the browser is sent then. */
    private String in(Officer officer, String page) {
        return location(officer.browser.opens(here(broughtBack(officer, page))));
    }

    private String broughtBack(Officer officer, String page) {
        opens(officer, location(opens(officer, page)));
        String door = location(opens(officer, "/console/log-in/by/province"));
        HttpResponse<String> answer = officer.browser.opens(door);
        if (location(answer).endsWith("/staff/login")) {
            officer.logsIn();
            answer = officer.browser.opens(identity.issuer().resolve(location(officer.opens("/staff/onward"))));
        }
        return location(answer);
    }

    private HttpResponse<String> opens(Officer officer, String path) {
        return officer.browser.opens("http://127.0.0.1:" + hub.port() + path);
    }

    /** The hub of this test listens elsewhere than at the address that the provider knows. */
    private String here(String back) {
        URI known = URI.create(back);
        return "http://127.0.0.1:" + hub.port() + known.getRawPath() + "?" + known.getRawQuery();
    }

    private HttpResponse<String> submits(Officer officer, String page, String path, Map<String, String> fields) {
        Matcher csrf = CSRF.matcher(opens(officer, page).body());
        assertThat(csrf.find()).isTrue();
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", csrf.group(1));
        return officer.browser.submits("http://127.0.0.1:" + hub.port() + path, form);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
