package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** The console as a browser without JavaScript sees it, on a whole hub. */
@ExtendWith(OneHub.class)
class ConsoleTest {

    private static final String CODE = "000.00.15.H52-260824-7301";

    private final RunningHub hub;

    ConsoleTest(RunningHub hub) {
        this.hub = hub;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/dossiers", "/console/national?cause=x", "/console/live"})
    void asksStrangersToLogInFirst(String page) {
        HttpResponse<String> answer = new ConsoleVisitor(hub).opens(page);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(ConsoleVisitor.location(answer)).startsWith("/console/log-in?to=%2Fconsole");
    }

    @Test
    void readsNoExpressionOutOfAnAddress() {
        var visitor = new ConsoleVisitor(hub);
        String trap = "?problem=x%7D%22%2B%24%7B7*191%7D%2B%23%7Bx";
        for (String page : new String[] {"/console/log-in" + trap, "/console/log-in?problem=%24%7B7*191%7D"}) {
            HttpResponse<String> answer = visitor.opens(page);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("1337", "role=\"alert\"");
        }
        assertThat(visitor.opens("/console/log-in?problem=over").body()).contains("Phiên làm việc đã hết");
        String plan = "/console/resends/one?id=00000000-0000-0000-0000-000000000000&forecast=";
        assertThat(ConsoleVisitor.withKeyOf(hub, "operator")
                        .opens(plan + "%24%7B7*191%7D")
                        .body())
                .doesNotContain("1337");
    }

    @Test
    void goesOnToThePageThatWasWantedAndToNoOtherHost() {
        var visitor = new ConsoleVisitor(hub);
        visitor.opens(ConsoleVisitor.location(visitor.opens("/console/national?cause=not%20sendable")));
        assertThat(ConsoleVisitor.location(enters(visitor))).isEqualTo("/console/national?cause=not%20sendable");

        for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/console//evil.example"}) {
            var other = new ConsoleVisitor(hub);
            other.opens("/console/log-in?to=" + elsewhere);
            assertThat(ConsoleVisitor.location(enters(other))).isEqualTo("/console");
        }
    }

    private HttpResponse<String> enters(ConsoleVisitor visitor) {
        return visitor.submits(
                "/console/log-in",
                "/console/log-in/key",
                Map.of("key", hub.as("operator").key()));
    }

    @Test
    void letsInNobodyByAWrongKeyNorASystemByItsOwn() {
        var visitor = new ConsoleVisitor(hub);
        for (String key : new String[] {"lt_wrong", hub.as(LandSystem.ID).key(), ""}) {
            HttpResponse<String> answer = visitor.submits("/console/log-in", "/console/log-in/key", Map.of("key", key));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("lt_wrong");
        }
        assertThat(visitor.opens("/console").statusCode()).isEqualTo(303);
    }

    @Test
    void believesNoCookieThatItDidNotSeal() {
        HttpRequest forged = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + "/console"))
                .header("Cookie", "LTCONSOLE=eyJuYW1lIjoib3BlcmF0b3IifQ")
                .build();
        assertThat(new ConsoleVisitor(hub).browser.send(forged).statusCode()).isEqualTo(303);
    }

    @Test
    void actsForNoFormOfAnotherSite() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        HttpResponse<String> answer =
                visitor.submitsFromAnotherSite("/console/routes/suspend?id=receive-land", Map.of("reason", "a trap"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(hub.as("operator").gets("/api/v1/routes").text()).doesNotContain("a trap");
    }

    @Test
    void showsHowEveryDepartmentStandsUnderAPolicyThatAllowsNoForeignScript() {
        HttpResponse<String> home = ConsoleVisitor.withKeyOf(hub, "operator").opens("/console");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("Tỉnh đã đồng bộ chưa?").contains("<code>land</code>");
        assertThat(home.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(home.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void findsADossierByEverythingThatIsKnownOfItAndShowsNothingPersonal() {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        HttpResponse<String> byCode = searches(visitor, CODE.toLowerCase(java.util.Locale.ROOT));
        assertThat(ConsoleVisitor.location(byCode)).isEqualTo("/console/dossiers/one?code=" + CODE);
        for (String known : new String[] {"014090000001", "0900000001", "Trần Văn Thử", "tran van", CODE}) {
            HttpResponse<String> found = searches(visitor, known);
            String shown = found.statusCode() == 303 ? ConsoleVisitor.location(found) : found.body();
            assertThat(shown).as(known).contains(CODE).doesNotContain("TRẦN VĂN THỬ");
        }
        HttpResponse<String> one = visitor.opens("/console/dossiers/one?code=" + CODE);
        assertThat(one.body())
                .contains("T*** V** T**")
                .contains("Trạng thái: Được tiếp nhận")
                .doesNotContain("014090000001", "0900000001", "TRẦN VĂN THỬ", "thu@mau.example");
    }

    @Test
    void findsADossierByTheEndOfItsCodeAfterWhatFitsExactly() {
        String longer = "000.00.15.H52-260824-17305";
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted("000.00.15.H52-260824-7305"));
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(longer));
        HttpResponse<String> found = searches(ConsoleVisitor.withKeyOf(hub, "operator"), "7305");
        assertThat(found.body()).contains("000.00.15.H52-260824-7305", longer, "Cuối mã hồ sơ");
        JsonNode all = hub.as("operator")
                .posts("/api/v1/search", "{\"q\":\"h52-260824-7305\"}")
                .is(200)
                .json()
                .path("found");
        assertThat(all.valueStream().map(one -> one.path("by").asString())).containsExactly("CODE_END");
        assertThat(hub.as("operator")
                        .posts("/api/v1/search", "{\"q\":\"000.00.15.H52-260824-7305\"}")
                        .json()
                        .path("found")
                        .get(0)
                        .path("by")
                        .asString())
                .isEqualTo("CODE");
        assertThat(searches(ConsoleVisitor.withKeyOf(hub, "operator"), "305").body())
                .contains("Không có hồ sơ nào khớp");
    }

    @Test
    void showsTheKeyWithoutUnfoldingWhereItIsTheUsualWayIn() {
        assertThat(new ConsoleVisitor(hub).opens("/console/log-in").body())
                .contains("id=\"key\"", "data/secrets/keys/operator")
                .doesNotContain("<details");
    }

    @Test
    void saysOnEveryScreenWhichCountsAreExact() {
        assertThat(ConsoleVisitor.withKeyOf(hub, "operator").opens("/console").body())
                .containsOnlyOnce("Các số đếm là số chính xác");
    }

    @Test
    void keepsASearchForAPersonInTheAuditWithoutTheId() {
        searches(ConsoleVisitor.withKeyOf(hub, "operator"), "014090000001");
        assertThat(audited("dossiers.search"))
                .contains("operator by PERSONAL_ID")
                .noneMatch(e -> e.contains("0140"));
    }

    @Test
    void keepsASearchForAPersonThatFoundNothingInTheAudit() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        int before = vainSearches().size();
        for (String nobody : new String[] {"014090999999", "0900999999", "Nguyễn Không Ai"}) {
            searches(visitor, nobody);
        }
        searches(visitor, "000.00.15.H52-260824-999999");
        assertThat(vainSearches().stream().skip(before))
                .containsExactly("by PERSONAL_ID 014******999", "by PHONE 090*****99", "by NAME N***** K**** A*");
    }

    private java.util.List<String> vainSearches() {
        return hub.bean(JdbcClient.class).sql("""
                        select object || ' ' || (details ->> 'asked') from hub.audit
                         where action = 'dossiers.search' and details ->> 'found' = '0' order by id
                        """).query(String.class).list();
    }

    @Test
    void revealsWithAReasonThatTheAuditKeepsAndNotWithout() {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        String page = "/console/dossiers/one?code=" + CODE;
        Map<String, String> silent = Map.of("code", CODE, "reason", "");
        assertThat(visitor.submits(page, "/console/dossiers/reveal", silent).body())
                .doesNotContain("014090000001");
        Map<String, String> why = Map.of("code", CODE, "reason", "citizen at the desk");
        assertThat(visitor.submits(page, "/console/dossiers/reveal", why).body())
                .contains("014090000001");
        assertThat(audited("dossier.reveal")).contains("operator " + CODE);
    }

    @Test
    void keepsNoLookInTheAuditWhenAPageRenewsItself() {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        String page = "/console/dossiers/one?code=" + CODE;
        visitor.opens(page);
        long looks = audited("dossier.view").size();
        HttpResponse<String> parts =
                visitor.browser.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + page))
                        .header("X-By-Itself", "1")
                        .build());
        assertThat(parts.body())
                .contains("id=\"story\"", "id=\"ledger\"", "Trạng thái: Được tiếp nhận")
                .doesNotContain("<html", "id=\"facts\"", "T*** V** T**");
        assertThat(audited("dossier.view")).hasSize((int) looks);
        visitor.opens(page);
        assertThat(audited("dossier.view")).hasSize((int) looks + 1);
    }

    @Test
    void saysWhatHinderedAnActAndLeadsBack() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        HttpResponse<String> answer =
                visitor.submits("/console/routes", "/console/routes/suspend?id=none-such", Map.of("reason", "trial"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No such route").contains("href=\"/console/routes\"");
    }

    @Test
    void stopsARouteWithAReasonAndOpensItAgain() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        String route = "?id=receive-transport";
        visitor.submits("/console/routes", "/console/routes/suspend" + route, Map.of("reason", "cable works"));
        assertThat(visitor.opens("/console/routes").body()).contains("cable works");
        visitor.submits("/console/routes", "/console/routes/resume" + route, Map.of("reason", "cable is back"));
        assertThat(visitor.opens("/console/routes").body()).doesNotContain("cable works");
    }

    @Test
    void speaksEnglishToWhoeverChoseIt() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        visitor.submits("/console", "/console/choice", Map.of("language", "en", "back", "/console"));
        assertThat(visitor.opens("/console").body())
                .contains("Is the province in sync?")
                .contains("lang=\"en\"");
    }

    @Test
    void endsAVisitAtTheLogOut() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        visitor.submits("/console", "/console/log-out", Map.of());
        assertThat(visitor.opens("/console").statusCode()).isEqualTo(303);
    }

    @Test
    void tellsOpenPagesWhichAreaChanged() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        var stream = changesSince(visitor, Instant.now().plus(Duration.ofHours(1)));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
            return stream.named("dossiers");
        });
        stream.close();
    }

    @Test
    void tellsAPageWhatChangedWhileItWasOnItsWay() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        Instant made = Instant.now();
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
        var stream = changesSince(visitor, made);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> stream.named("dossiers"));
        stream.close();
    }

    private ChangesOf changesSince(ConsoleVisitor visitor, Instant made) {
        return new ChangesOf(visitor, "http://127.0.0.1:" + hub.port() + "/console/live?since=" + made.toEpochMilli());
    }

    private HttpResponse<String> searches(ConsoleVisitor visitor, String text) {
        return visitor.submits("/console/dossiers", "/console/search", Map.of("q", text));
    }

    private java.util.List<String> audited(String action) {
        return hub.bean(JdbcClient.class)
                .sql("select actor || ' ' || object from hub.audit where action = :action")
                .param("action", action)
                .query(String.class)
                .list();
    }
}
