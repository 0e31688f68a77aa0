package vn.lienthong.hub.dispatch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.hub.intake.envelope.PortalCaller.changed;
import static vn.lienthong.hub.intake.envelope.PortalCaller.fee;
import static vn.lienthong.hub.intake.envelope.PortalCaller.filed;
import static vn.lienthong.hub.intake.envelope.PortalCaller.paper;
import static vn.lienthong.hub.intake.envelope.PortalCaller.step;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.envelope.PortalCaller;
import vn.lienthong.infra.BesideOthers;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;
import vn.lienthong.standin.StandIn;
import vn.lienthong.standin.StandInOptions;

/**
 * What citizens file on the national portal reaches the one system that works on it, and its news the portal; on a whole
 * hub. One department is called, one fetches.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class HandedOverTest {

    private static final String DOSSIER = "DongBoHoSoMC";
    private static final String STEP = "CapNhatTienDoHoSoMC";
    private static final String CALLED = "home-affairs";
    private static final String FETCHES = "education";
    private static final String PAGE = "/dossiers";
    private static final String YES = "{\"error\":0}";

    private final WireMockServer department = department();
    private final HubHome home = home();
    private final StandIn standIn = portal(home);
    private final RunningHub hub = RunningHub.start(home, addresses());
    private final JdbcClient db = hub.bean(JdbcClient.class);
    private final PortalCaller portal = new PortalCaller(hub);
    private final HubClient operator = hub.as("operator");
    private final HubClient fetcher = hub.as(FETCHES);

    @BeforeEach
    void start() {
        db.sql(
                        "update hub.dispatches set state = 'OVERTAKEN', lease_id = null where state in ('WAITING', 'SENDING', 'FAILED')")
                .update();
        department.resetAll();
        replies(200, YES);
    }

    @AfterAll
    void stops() {
        hub.close();
        department.stop();
        standIn.close();
    }

    @Test
    void handsADossierToTheSystemThatIsCalledAndItsStatusesToThePortal() {
        String code = "000.00.04.H52-261105-8001";
        portalHas(code);
        replies(200, "{\"error\":0,\"id\":\"NV-77\"}");

        portal.tells(DOSSIER, called(code));

        soon(() -> !told().isEmpty());
        JsonNode got = told().getFirst();
        assertThat(got.path("dossierNo").asString()).isEqualTo(code);
        assertThat(got.path("applicantIdType").asString()).isEqualTo("citizen");
        assertThat(got.path("online").asBoolean()).isTrue();
        assertThat(got.at("/dossierFiles/0/displayName").asString()).isEqualTo("bang-tot-nghiep.pdf");
        soon(() -> stuck("ACCEPT").contains(code));

        // it knows the dossier by a number of its own, which its reply named
        says("NV-77", "processing");

        assertThat(status(code)).isEqualTo("IN_PROGRESS");
        assertThat(stuck("ACCEPT")).doesNotContain(code);
        assertThat(stuck("TELL")).contains(code);
        soon(() -> sync(code).at("/ledger/0/ackedSeq").asInt()
                == sync(code).path("lastSeq").asInt());
        assertThat(stuck("TELL")).doesNotContain(code);
        assertThat(operator.gets("/api/v1/dossiers/timeline?code=" + code, "text/plain")
                        .is(200)
                        .text()
                        .lines())
                .anySatisfy(line -> assertThat(line).contains("home-affairs", "handed NEW DONE"))
                .anySatisfy(line -> assertThat(line).contains("home-affairs", "took it, by STATUS"));
        assertThat(standIn("TraCuuHoSo", Map.of("mahoso", code)).path("result").toString())
                .contains("\"TrangThai\":\"4\"");
        assertThat(sync(code)
                        .path("attempts")
                        .valueStream()
                        .map(attempt -> attempt.path("step").asString()))
                .contains("PROGRESS")
                .doesNotContain("CREATE");
        assertThat(portal.calls("TraCuuHoSo", Map.of("mahoso", code))
                        .at("/result/0/TrangThaiHoSo")
                        .asString())
                .isEqualTo("4");
    }

    @Test
    void tellsTheSameSystemOfPapersPaymentsAndTheWishToWithdrawInTheirOrder() {
        String code = "000.00.04.H52-261105-8002";
        portal.tells(DOSSIER, called(code));
        soon(() -> told().size() == 1);

        Map<String, Object> more = changed(called(code), "TaiLieuNop", List.of(paper("a.pdf", 1), paper("b.pdf", 2)));
        portal.tells(DOSSIER, more);
        soon(() -> told().size() == 2);
        portal.tells(DOSSIER, changed(more, "DanhSachLePhi", List.of(fee("1"))));
        soon(() -> told().size() == 3);
        portal.tells(STEP, step(code, "7", "20261106100000", "Công dân rút hồ sơ"));
        soon(() -> told().size() == 4);

        assertThat(told().stream().map(message -> message.path("actionCode").asString("")))
                .containsExactly("", "supplement", "payment", "cancelling");
        assertThat(told().stream().map(message -> message.path("referenceUid").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void leavesWhatTheKeeperDecidesToTheKeeperAndListsWhoeverSaysOtherwise() {
        String code = "000.00.04.H52-261105-8003";
        portal.tells(DOSSIER, called(code));
        soon(() -> told().size() == 1);
        says(code, "processing");

        JsonNode finished = portal.tells(STEP, step(code, "10", "20261107100000", "Đã trả"));
        JsonNode echo = portal.tells(STEP, step(code, "4", "20261107100000", "Đang xử lý"));
        hub.as("land").pushes("land", """
                {"SoBienNhan":"%s","NgayKetThuc":"11/11/2026 15:00:00","TrangThaiKetThuc":1}
                """.formatted(code));

        assertThat(finished.path("error_code").asString()).isEqualTo("3");
        assertThat(finished.path("message").asString()).contains("(home-affairs)");
        assertThat(echo.path("error_code").asString()).isEqualTo("0");
        assertThat(status(code)).isEqualTo("IN_PROGRESS");
        JsonNode divergences =
                operator.gets("/api/v1/divergences?code=" + code).is(200).json().path("divergences");
        assertThat(divergences.valueStream().map(line -> line.path("sender").asString()))
                .containsExactlyInAnyOrder("land", PortalCaller.ID);
        assertThat(divergences.path(0).path("owner").asString()).isEqualTo(CALLED);
    }

    @Test
    void asksBeforeItSendsAgainWhenTheAnswerWasLost() {
        String code = "000.00.04.H52-261105-8004";
        department.stubFor(post(PAGE).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        department.stubFor(get(urlMatching("/asked/.*")).willReturn(aResponse().withBody("{\"known\":\"yes\"}")));

        portal.tells(DOSSIER, called(code));

        soon(() -> line(code).path("state").asString().equals("DONE"));
        assertThat(department.findAll(postRequestedFor(urlEqualTo(PAGE)))).hasSize(1);
        assertThat(department
                        .findAll(getRequestedFor(urlMatching("/asked/.*")))
                        .getFirst()
                        .getUrl())
                .isEqualTo("/asked/" + line(code).path("id").asString());
    }

    @Test
    void sendsTheSameAgainUnderTheSameIdWhenTheSystemSaysThatItHasItNot() {
        String code = "000.00.04.H52-261105-8005";
        replies(502, "");
        department.stubFor(get(urlMatching("/asked/.*")).willReturn(aResponse().withBody("{\"known\":\"no\"}")));
        portal.tells(DOSSIER, called(code));
        soon(() -> line(code).path("attempts").asInt() >= 1
                && line(code).path("state").asString().equals("WAITING"));

        replies(200, YES);

        soon(() -> line(code).path("state").asString().equals("DONE"));
        assertThat(department.findAll(postRequestedFor(urlEqualTo(PAGE))).stream()
                        .map(request -> request.getHeader("Idempotency-Key") + request.getBodyAsString())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void keepsWhatTheSystemNeverTakesInTheStuckListUntilAnOperatorTellsItAgain() {
        String code = "000.00.04.H52-261105-8006";
        replies(200, "{\"error\":7,\"message\":\"sai mẫu\"}");
        portal.tells(DOSSIER, called(code));

        soon(() -> line(code).path("state").asString().equals("FAILED"));
        assertThat(stuck("DISPATCH")).contains(code, "(home-affairs)", "not taken: NEW", "sai mẫu");

        replies(200, YES);
        operator.posts("/api/v1/dispatches/" + line(code).path("id").asString() + "/replay", "")
                .is(202);
        soon(() -> line(code).path("state").asString().equals("DONE"));
        operator.posts("/api/v1/dispatches/" + line(code).path("id").asString() + "/replay", "")
                .is(409);
    }

    @Test
    void doesNotLetASystemThatIsAwayDelayAnother() {
        String away = "000.00.04.H52-261105-8007";
        String other = "000.00.04.H52-261105-8008";
        department.stubFor(post(PAGE).willReturn(aResponse().withStatus(200).withFixedDelay(60_000)));
        portal.tells(DOSSIER, called(away));

        portal.tells(DOSSIER, filed(other));

        assertThat(fetched(other).path("code").asString()).isEqualTo(other);
        soon(() -> stuck("DISPATCH").contains("being sent: NEW"));
        assertThat(stuck("DISPATCH")).contains(away);
    }

    @Test
    void letsASystemBehindAFirewallFetchAndAcknowledge() {
        String code = "000.00.04.H52-261105-8009";
        CompletableFuture<JsonNode> waiting = CompletableFuture.supplyAsync(
                () -> fetcher.gets("/api/v1/inbox?wait=30").is(200).json());

        portal.tells(DOSSIER, filed(code));

        JsonNode item = waiting.orTimeout(40, java.util.concurrent.TimeUnit.SECONDS)
                .join()
                .at("/messages/0");
        assertThat(item.path("code").asString()).isEqualTo(code);
        assertThat(item.at("/content/referenceUid").asString())
                .isEqualTo(item.path("id").asString());
        assertThat(stuck("ACCEPT")).contains(code, "fetched, not acknowledged", "(education)");
        fetcher.gets("/api/v1/dossiers/" + code).is(200);
        hub.as(PortalCaller.ID).gets("/api/v1/dossiers/" + code).is(200);
        hub.as("finance").gets("/api/v1/dossiers/" + code).is(404);
        assertThat(fetcher.gets("/api/v1/inbox").json().path("messages")).isEmpty();

        String ack = "/api/v1/inbox/" + item.path("id").asString() + "/ack";
        assertThat(fetcher.posts(ack, "{\"code\":\"GD-1\"}")
                        .is(200)
                        .json()
                        .path("repeated")
                        .asBoolean())
                .isFalse();
        assertThat(fetcher.posts(ack, "{}").is(200).json().path("repeated").asBoolean())
                .isTrue();
        assertThat(stuck("ACCEPT")).doesNotContain(code);
        hub.as("finance").posts(ack, "{}").is(404);
        fetcher.posts("/api/v1/inbox/nothing/ack", "{}").is(404);
        operator.gets("/api/v1/inbox").is(403);
        hub.as(CALLED).gets("/api/v1/inbox").is(404);
    }

    @Test
    void givesAMessageAgainUnderItsIdWhenItsLeaseEndsAndHoldsLaterOnesBack() {
        String code = "000.00.04.H52-261105-8010";
        portal.tells(DOSSIER, filed(code));
        String first = fetched(code).path("id").asString();
        portal.tells(DOSSIER, changed(filed(code), "DanhSachLePhi", List.of(fee("1"))));
        soon(() -> lines(code).size() == 2);
        assertThat(fetcher.gets("/api/v1/inbox").json().path("messages")).isEmpty();

        db.sql(
                        "update hub.dispatches set lease_until = now() - interval '1 second' where code = :code and state = 'SENDING'")
                .param("code", code)
                .update();

        JsonNode again = fetched(code);
        assertThat(again.path("id").asString()).isEqualTo(first);
        assertThat(again.path("attempt").asInt()).isEqualTo(2);
        fetcher.posts("/api/v1/inbox/" + first + "/ack", "{}").is(200);
        assertThat(fetched(code).path("kind").asString()).isEqualTo("PAYMENT");
    }

    @Test
    void keepsWhatAFetchingSystemRefusesWithItsReason() {
        String code = "000.00.04.H52-261105-8011";
        portal.tells(DOSSIER, filed(code));
        String id = fetched(code).path("id").asString();
        fetcher.posts("/api/v1/inbox/" + id + "/ack", "{\"accepted\":false}").is(400);

        fetcher.posts("/api/v1/inbox/" + id + "/ack", "{\"accepted\":false,\"reason\":\"không thuộc thẩm quyền\"}")
                .is(200);

        assertThat(stuck("ACCEPT")).contains(code, "không thuộc thẩm quyền");
    }

    @Test
    void tellsNineAndTenByTheirOwnTimesAlthoughTheKeeperToldTenFirst() {
        String code = "000.00.04.H52-261105-8014";
        handed(code);

        dated(code, "new", "receiveDate", "06/11/2026 08:00:00");
        dated(code, "done", "finishDate", "10/11/2026 10:00:00");
        assertThat(status(code)).isEqualTo("DELIVERED");
        dated(code, "releasing", "releaseDate", "09/11/2026 09:00:00");

        assertThat(status(code)).isEqualTo("DELIVERED");
        inStep(code);
        JsonNode there = standIn("TraCuuHoSo", Map.of("mahoso", code)).at("/result/0");
        assertThat(there.toString()).contains("20261109090000", "20261110100000");
        assertThat(there.path("TrangThaiHoSo").asString(there.path("TrangThai").asString()))
                .isEqualTo("10");
    }

    /**
     * Ahead of the door a time orders nothing; behind it, it is believed: what is told without a time, as it came, is then
     * the last. No step is lost by either.
     */
    @ParameterizedTest
    @CsvSource({"8015, 1, RESOLVED", "8016, -1, IN_PROGRESS"})
    void takesStatusesFromAKeeperWhoseClockIsADayWrong(String number, long days, String last) {
        String code = "000.00.04.H52-261105-" + number;
        handed(code);
        var form = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
        LocalDateTime wrong = LocalDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(days);

        dated(code, "new", "receiveDate", form.format(wrong));
        dated(code, "processing", "receiveDate", form.format(wrong));
        dated(code, "releasing", "releaseDate", form.format(wrong.plusMinutes(1)));

        assertThat(status(code)).isEqualTo(last);
        String events =
                operator.gets("/api/v1/dossiers/" + code + "/events").is(200).text();
        assertThat(events.contains("FUTURE")).isEqualTo(days > 0);
        assertThat(events).contains("ACCEPTED", "IN_PROGRESS", "RESOLVED");
        inStep(code);
    }

    private void handed(String code) {
        portalHas(code);
        portal.tells(DOSSIER, called(code));
        soon(() -> told().stream()
                .anyMatch(message -> message.path("dossierNo").asString().equals(code)));
    }

    private void dated(String code, String word, String field, String time) {
        hub.as(CALLED).pushes(CALLED, """
                {"dossierNo":"%s","dossierStatus":"%s","%s":"%s","dueDate":"30/12/2026 08:00:00"}
                """.formatted(code, word, field, time));
    }

    private void inStep(String code) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> sync(code).at("/ledger/0/ackedSeq").asInt()
                        == sync(code).path("lastSeq").asInt());
    }

    /** What its own format has no words for, it fetches in the hub's. */
    @Test
    void letsEverySystemReceiveEveryKindOfMessage() {
        Map<String, String> codes = new TreeMap<>();
        hub.bean(Senders.class).all().stream()
                .map(Sender::id)
                .filter(id -> !id.equals(PortalCaller.ID) && !id.equals(CALLED))
                .forEach(id -> codes.put(id, "000.00.04.H52-261105-%04d".formatted(8100 + codes.size())));
        assertThat(codes).hasSizeGreaterThan(20);
        codes.values().forEach(code -> portal.tells(DOSSIER, unrouted(code)));
        codes.forEach((system, code) -> {
            soon(() -> stuck("DISPATCH").contains(code));
            operator.posts("/api/v1/dispatches/move", move(code, system)).is(202);
        });
        codes.forEach((system, code) -> assertThat(takes(system, code)).isEqualTo("NEW"));
        codes.values().forEach(code -> {
            Map<String, Object> more =
                    changed(unrouted(code), "TaiLieuNop", List.of(paper("a.pdf", 1), paper("b.pdf", 2)));
            portal.tells(DOSSIER, more);
            portal.tells(DOSSIER, changed(more, "DanhSachLePhi", List.of(fee("1"))));
            portal.tells(STEP, step(code, "7", "20261106100000", "Công dân rút hồ sơ"));
        });
        for (String kind : List.of("SUPPLEMENT", "PAYMENT", "WITHDRAWAL")) {
            codes.forEach(
                    (system, code) -> assertThat(takes(system, code)).as(system).isEqualTo(kind));
        }
        operator.posts("/api/v1/dispatches/move", move(codes.getOrDefault(FETCHES, ""), PortalCaller.ID))
                .is(400);
    }

    private static Map<String, Object> unrouted(String code) {
        return changed(filed(code), "MaTTHC", "2.000477");
    }

    /** The kind of the message, acknowledged. */
    private String takes(String system, String code) {
        JsonNode message = hub.as(system)
                .gets("/api/v1/inbox?wait=30&limit=1")
                .is(200)
                .json()
                .at("/messages/0");
        assertThat(message.path("code").asString()).as(system).isEqualTo(code);
        assertThat(message.path("content").toString()).contains(code);
        hub.as(system)
                .posts("/api/v1/inbox/" + message.path("id").asString() + "/ack", "{}")
                .is(200);
        return message.path("kind").asString();
    }

    @Test
    void neverGuessesWhoWorksOnAProcedureWithoutARouteAndMovesADossierWhenTold() {
        String code = "000.00.04.H52-261105-8012";
        portal.tells(DOSSIER, changed(filed(code), "MaTTHC", "2.000477"));

        soon(() -> stuck("DISPATCH").contains("no-route 2.000477"));
        JsonNode line = operator.gets("/api/v1/stuck?after=PT0S&hop=DISPATCH")
                .json()
                .path("stuck")
                .valueStream()
                .filter(stuck -> stuck.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(line.path("owner").asString()).isEqualTo("hub");
        assertThat(operator.gets("/api/v1/dossiers/timeline?code=" + code, "text/plain")
                        .text())
                .contains("handed to nobody", "no-route 2.000477");

        operator.posts("/api/v1/dispatches/move", move(code, "nobody")).is(400);
        operator.posts("/api/v1/dispatches/move", move(code, CALLED)).is(202);

        soon(() -> told().stream()
                .anyMatch(message -> message.path("dossierNo").asString().equals(code)));
        operator.posts("/api/v1/dispatches/move", move(code, FETCHES)).is(202);
        assertThat(fetched(code).path("kind").asString()).isEqualTo("NEW");
        says(code, "processing");
        assertThat(status(code)).isEqualTo("SUBMITTED");
    }

    @Test
    void namesWhatLiesBeforeTheRegisterWithItsCauseAndOwner() {
        String code = "000.00.04.H52-261105-8013";
        portal.tells(DOSSIER, changed(filed(code), "MaTTHC", "7.777777"));

        soon(() -> stuck("REGISTER").contains("unknown-procedure 7.777777"));
        assertThat(operator.gets("/api/v1/stuck?hop=REGISTER").text()).doesNotContain("7.777777");
        operator.gets("/api/v1/stuck?after=soon").is(400);
        operator.gets("/api/v1/stuck?hop=MOON").is(400);
        fetcher.gets("/api/v1/stuck").is(403);
    }

    private static String move(String code, String system) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of("code", code, "system", system, "reason", "đính chính tuyến"));
    }

    /** The national portal's own record of what a citizen filed there. */
    private void portalHas(String code) {
        Map<String, Object> own = new TreeMap<>(called(code));
        own.putAll(Map.of("TenTTHC", "Thủ tục mẫu 1.005129", "NgayTiepNhan", "20261105084500", "NgayHenTra", ""));
        assertThat(standIn("DongBoHoSoMC", Map.of("isUpdating", "False", "data", List.of(own)))
                        .path("error_code")
                        .asString())
                .isEqualTo("0");
    }

    private JsonNode standIn(String service, Map<String, ?> more) {
        HubClient http = new HubClient(standIn.url(), "");
        String session = http.posts("/mapi/login", "{\"username\":\"lienthong\",\"password\":\"rig\"}")
                .json()
                .path("session")
                .asString();
        Map<String, Object> call = new TreeMap<>(more);
        call.putAll(Map.of("session", session, "madonvi", "000.00.00.H52", "service", service));
        return http.posts("/mapi/g", JsonMapper.shared().writeValueAsString(call))
                .json();
    }

    private static Map<String, Object> called(String code) {
        return changed(filed(code), "MaTTHC", "1.005129");
    }

    private void says(String code, String word) {
        hub.as(CALLED).pushes(CALLED, """
                {"dossierNo":"%s","dossierStatus":"%s","receiveDate":"06/11/2026 08:00:00","dueDate":"20/11/2026 08:00:00"}
                """.formatted(code, word));
    }

    private String status(String code) {
        return operator.gets("/api/v1/dossiers/" + code)
                .is(200)
                .json()
                .path("status")
                .asString();
    }

    private JsonNode sync(String code) {
        return operator.gets("/api/v1/dossiers/" + code + "/sync").is(200).json();
    }

    private String stuck(String hop) {
        return operator.gets("/api/v1/stuck?after=PT0S&hop=" + hop).is(200).text();
    }

    private List<JsonNode> lines(String code) {
        return operator.gets("/api/v1/dispatches?code=" + code)
                .json()
                .path("dispatches")
                .valueStream()
                .toList();
    }

    private JsonNode line(String code) {
        List<JsonNode> lines = lines(code);
        return lines.isEmpty() ? JsonMapper.shared().createObjectNode() : lines.getLast();
    }

    private JsonNode fetched(String code) {
        JsonNode page = fetcher.gets("/api/v1/inbox?wait=30&limit=1").is(200).json();
        assertThat(page.at("/messages/0/code").asString()).isEqualTo(code);
        return page.at("/messages/0");
    }

    private List<JsonNode> told() {
        return department.findAll(postRequestedFor(urlEqualTo(PAGE))).stream()
                .map(request -> JsonMapper.shared().readTree(request.getBodyAsString()))
                .toList();
    }

    private static void soon(BooleanSupplier happens) {
        await().atMost(Duration.ofSeconds(30)).until(happens::getAsBoolean);
    }

    private void replies(int status, String body) {
        department.stubFor(post(PAGE).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    private static WireMockServer department() {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        return server;
    }

    private static StandIn portal(HubHome home) {
        try {
            Files.createDirectories(home.secrets());
            Files.writeString(home.secrets().resolve("national"), "rig");
            return StandIn.start(StandInOptions.of(home.data().resolve("portal"), "rig"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private PartAddresses addresses() {
        PartAddresses parts = RealParts.shared().addressesWithFreshDatabase();
        return new PartAddresses(parts.database(), parts.cache(), parts.broker(), URI.create(standIn.url()));
    }

    private HubHome home() {
        try {
            HubHome fresh = RealParts.shared().freshHome();
            Path config = fresh.data().resolve("proposed-config");
            FileSystemUtils.copyRecursively(fresh.config(), config);
            Files.writeString(
                    config.resolve("departments/" + CALLED + ".yaml"),
                    """

                    dispatch:
                      url: http://127.0.0.1:%d%s
                      timeoutSeconds: 30
                      localCode: /id
                      reply:
                        code: /error
                        text: /message
                        rows:
                          - {code: "0", is: done}
                          - {code: "7", is: permanent}
                      ask:
                        url: http://127.0.0.1:%d/asked/{id}
                        reply:
                          code: /known
                          rows:
                            - {code: "yes", is: done}
                            - {code: "no", is: permanent}
                    """.formatted(department.port(), PAGE, department.port()),
                    StandardOpenOption.APPEND);
            return new HubHome(fresh.mode(), fresh.data(), fresh.secrets(), fresh.routes(), config, fresh.mocks());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
