package vn.lienthong.hub.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.national.NationalPages.Answer;
import vn.lienthong.hub.national.account.TechIdRules;
import vn.lienthong.hub.national.account.TechIds;
import vn.lienthong.hub.national.sync.Workers;
import vn.lienthong.trust.Seal;

/** What the national portal and the hub's staff are answered over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NationalPagesTest {

    private static final String LOOKUP = "/api/v1/national/lookup";
    private static final String BLOCKED = "/api/v1/national/blocked";
    private static final String PORTAL = "national-portal";
    private static final String OPERATOR = "operator";
    private static final String UNSENDABLE = "{\"summary\":\"Hồ sơ mẫu\",\"applicant\":{\"name\":\"TRẦN VĂN THỬ\"}}";

    private static final String DRY_RUN = "/api/v1/national/dialects/dry-run";
    private static final String FACTS_OF_A_STATE_BODY = """
            {"procedure":"1.004889","agency":"000.00.14.H52","channel":"ONLINE","summary":"Đề nghị","returnMethod":"DESK",
             "applicant":{"name":"TRƯỜNG MẪU","subjectType":"STATE_BODY"},
             "receivedAt":"2026-08-24T09:15:00+07:00","dueAt":"2026-09-10T09:15:00+07:00"}""";

    private static final String FACTS_OF = """
            {"procedure":"1.004889","agency":"000.00.14.H52","channel":"%s","summary":"Đề nghị","returnMethod":"DESK",
             "applicant":{"name":"TRẦN VĂN THỬ","subjectType":"CITIZEN","personalId":"%s"},
             "receivedAt":"2026-08-24T09:15:00+07:00","dueAt":"2026-09-10T09:15:00+07:00"}""";

    private final NationalPages hub = new NationalPages();
    private final AtomicInteger numbers = new AtomicInteger();

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    void tellsThePortalOnlyWhatHappened() {
        var code = code();
        var dossier = hub.register().dossier(code, 1, 2, 5, 4, 6, 4, 9, 10);
        hub.register().step(dossier, 8, "CONTRADICTION");

        var answer = lookUp(code);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("error_code").asString()).isEqualTo("0");
        var told = answer.body().path("result").path(0);
        assertThat(told.path("MaHoSo").asString()).isEqualTo(code);
        assertThat(told.path("MaTTHC").asString()).isEqualTo("1.004889");
        assertThat(told.path("NgayTiepNhan").asString()).isEqualTo("20260824091500");
        assertThat(told.path("TrangThaiHoSo").asString()).isEqualTo("10");
        assertThat(statuses(told)).isEqualTo("1 2 5 4 6 4 9 10");
    }

    @Test
    void tellsAStoppedDossierAsStopped() {
        var code = code();
        hub.register().dossier(code, 1, 2, 8);

        assertThat(lookUp(code).body().at("/result/0/TrangThaiHoSo").asString()).isEqualTo("8");
    }

    @Test
    void triesASwitchToAnotherDialectAndSendsNothing() {
        var citizen = code();
        hub.register().dossier(citizen, 1, 2);
        var body = hub.register().dossier(code(), FACTS_OF_A_STATE_BODY, 1, 2);
        assertThat(body).isNotNull();
        String held = code();
        hub.register().dossier(held, FACTS_OF_A_STATE_BODY, 1, 2);
        hub.jdbc()
                .sql("update hub.dossiers set hold = 'DUE_DATE_MISSING' where code = :c")
                .param("c", held)
                .update();
        long calls = hub.portal().calls().size();

        var tried = tries("son-la.home-affairs", "noi-ho-so", "2026-11-22");

        assertThat(tried.status()).as(tried.body().toString()).isEqualTo(200);
        assertThat(tried.body().at("/missing/LoaiDoiTuong").asInt()).isPositive();
        assertThat(tried.body().at("/unmapped/LoaiDoiTuong: STATE_BODY").asInt())
                .isPositive();
        assertThat(tried.body()
                        .path("dossiers")
                        .valueStream()
                        .filter(one -> one.path("code").asString().equals(citizen))
                        .map(one -> one.path("pass").asBoolean()))
                .containsExactly(true);
        assertThat(tried.body()
                        .path("dossiers")
                        .valueStream()
                        .filter(one -> one.path("code").asString().equals(held))
                        .map(one -> one.path("missing").toString()))
                .containsExactly("[\"DUE_DATE_MISSING\",\"LoaiDoiTuong\"]");
        assertThat(tried.body().path("pass").asInt())
                .isPositive()
                .isLessThan(tried.body().path("looked").asInt());
        assertThat(hub.jdbc()
                        .sql("select count(*) from hub.national_sagas")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(hub.portal()
                        .calls()
                        .valueStream()
                        .skip(calls)
                        .map(call -> call.path("service").asString()))
                .doesNotContain("NoiHoSo", "GetNextValue");
    }

    @Test
    void showsADossierInTheAccountOfWhoFiledItOnlineAndFindsWhoHasNone() {
        var known = code();
        var stranger = code();
        var counter = code();
        hub.register().dossier(known, FACTS_OF.formatted("ONLINE", "038190000001"), 1, 2);
        hub.register().dossier(stranger, FACTS_OF.formatted("ONLINE", "038190000777"), 1, 2);
        hub.register().dossier(counter, FACTS_OF.formatted("COUNTER", "038190000001"), 1, 2);

        await().atMost(SyncRig.patience()).untilAsserted(() -> {
            assertThat(hub.portal().dossier(known).at("/dossier/MaDoiTuong").asString(""))
                    .isEqualTo("9b7e0000-0000-4000-8000-000000000001");
            assertThat(hub.portal().has(stranger) && hub.portal().has(counter)).isTrue();
            assertThat(hub.gets(OPERATOR, "/api/v1/integrity?kind=TECH_ID_UNKNOWN&limit=500")
                            .body()
                            .toString())
                    .contains(stranger);
        });

        assertThat(hub.portal().dossier(stranger).at("/dossier/MaDoiTuong").isMissingNode())
                .isTrue();
        assertThat(hub.portal().dossier(counter).at("/dossier/MaDoiTuong").isMissingNode())
                .isTrue();
        assertThat(hub.jdbc()
                        .sql("select string_agg(technical_ids::text, ' ') from hub.technical_ids")
                        .query(String.class)
                        .single())
                .doesNotContain("038190000001", "9b7e0000");
        assertThat(hub.jdbc()
                        .sql("select count(*) from hub.calls where service = 'TraCuuTechID'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void wantsAgainAfterARestartWhoWasWaitingForAnAccount() {
        var code = code();
        var number = "038190000778";
        hub.register().dossier(code, FACTS_OF.formatted("ONLINE", number), 1, 2);
        await().atMost(SyncRig.patience())
                .untilAsserted(() -> assertThat(hub.jdbc()
                                .sql(
                                        "select known_there from hub.sync s join hub.dossiers d on d.id = s.dossier_id where code = :c")
                                .param("c", code)
                                .query(Boolean.class)
                                .single())
                        .isTrue());
        var hash = hub.bean(Seal.class).hash(number);
        hub.jdbc()
                .sql("update hub.dossiers set id_hash = :h where code = :c")
                .param("h", hash)
                .param("c", code)
                .update();
        await().atMost(SyncRig.patience())
                .until(() -> hub.jdbc()
                                .sql("delete from hub.technical_ids where number_hash = :h")
                                .param("h", hash)
                                .update()
                        == 1);

        var asked = new ArrayList<String>();
        var restarted = new TechIds(
                hub.jdbc(),
                hub.bean(Seal.class),
                hub.bean(Neighbour.class),
                one -> {
                    asked.add(one);
                    return Optional.empty();
                },
                () -> new TechIdRules(1_000, Duration.ofDays(1), Duration.ofDays(1)),
                Clock.systemUTC());
        restarted.wantAgain();
        restarted.ask();

        assertThat(asked).contains(number);
    }

    @Test
    void saysWhatATrialOfASwitchLacks() {
        assertThat(tries("nobody", "noi-ho-so", "2026-11-22").status()).isEqualTo(400);
        assertThat(tries("son-la.home-affairs", "morse", "2026-11-22").status()).isEqualTo(400);
        assertThat(tries("son-la.home-affairs", "relay", "tomorrow").status()).isEqualTo(400);
        assertThat(tries("son-la.home-affairs", "", "2026-11-22").status()).isEqualTo(400);
        assertThat(hub.posts(PORTAL, DRY_RUN, "{}").status()).isEqualTo(403);
    }

    private Answer tries(String agency, String dialect, String date) {
        return hub.posts(
                OPERATOR,
                DRY_RUN,
                "{\"agency\":\"%s\",\"dialect\":\"%s\",\"date\":\"%s\"}".formatted(agency, dialect, date));
    }

    @Test
    void findsACodeWithASlash() {
        hub.register().dossier("14/2026/HS-77", 1);

        assertThat(lookUp("14/2026/HS-77").body().at("/result/0/MaHoSo").asString())
                .isEqualTo("14/2026/HS-77");
    }

    @Test
    void answersBusinessErrorsInThePortalsEnvelope() {
        assertThat(lookUp("nobody-knows-it").body().path("result").size()).isZero();
        assertThat(lookUp("nobody-knows-it").body().path("error_code").asString())
                .isEqualTo("0");
        refuses("{\"service\":\"TraCuuHoSo\",\"mahoso\":\"\"}");
        refuses("{\"service\":\"TraCuuHoSo\",\"MaHoSo\":\"upper-case\"}");
        refuses("{\"service\":\"DongBoHoSoMC\",\"mahoso\":\"x\"}");
        refuses("<html>");
        refuses("[]");
        refuses("");
    }

    private void refuses(String call) {
        var answer = hub.posts(PORTAL, LOOKUP, call);
        assertThat(answer.status()).as(call).isEqualTo(200);
        assertThat(answer.body().path("error_code").asString()).as(call).isEqualTo("-2");
        assertThat(answer.body().path("result").isArray()).isTrue();
    }

    @Test
    void answersThePortalAndNobodyElse() {
        var call = "{\"service\":\"TraCuuHoSo\",\"mahoso\":\"x\"}";
        assertThat(hub.posts("", LOOKUP, call).status()).isEqualTo(401);
        assertThat(hub.posts("home-affairs", LOOKUP, call).status()).isEqualTo(403);
        assertThat(hub.posts("unified-portal", LOOKUP, call).status()).isEqualTo(403);
        assertThat(hub.posts(OPERATOR, LOOKUP, call).status()).isEqualTo(403);
    }

    @Test
    void showsLedgerAndCallsOfADossierWithoutPersonalValues() {
        var code = code();
        hub.register().dossier(code, 1, 2);
        hub.bean(NationalSync.class).wake();
        await().atMost(SyncRig.patience())
                .until(() -> sync(code).at("/ledger/0/ackedSeq").asInt() == 3);

        var page = sync(code);

        assertThat(page.at("/ledger/0/environment").asString()).isEqualTo("stand-in");
        assertThat(page.at("/ledger/0/state").asString()).isEqualTo("IDLE");
        var create = attempt(page, "CREATE");
        assertThat(create.path("verdict").asString()).isEqualTo("ACKED");
        assertThat(create.path("request").asString())
                .contains("\"MaHoSo\":\"" + code + "\"", "\"ChuHoSo\":\"XXXX XXX XXX\"", "\"session\":\"***\"")
                .contains("\"SoDienThoai\":\"9999999999\"");
        assertThat(attempt(page, "PROGRESS").path("seqs").toString()).isEqualTo("[2,3]");
        assertThat(page.toString()).doesNotContain("TRẦN", "0900000001", "038090000001", "Lê Văn");

        JsonNode seen =
                viewer().gets("/api/v1/dossiers/" + code + "/sync").is(200).json();
        assertThat(attempt(seen, "CREATE").path("verdict").asString()).isEqualTo("ACKED");
        assertThat(attempt(seen, "CREATE").has("request")).isFalse();
        assertThat(seen.toString()).doesNotContain("ChuHoSo", "\"response\"");
    }

    /** Sees lists and no bodies. */
    private HubClient viewer() {
        String key = hub.administrator()
                .posts("/api/v1/keys", "{\"principal\":\"viewer.one\",\"role\":\"VIEWER\"}")
                .is(201)
                .json()
                .path("key")
                .asString();
        return new HubClient(hub.administrator().url(), key);
    }

    @Test
    void showsTheLedgerToStaffOnly() {
        var code = code();
        hub.register().dossier(code, 1);
        assertThat(hub.gets(OPERATOR, "/api/v1/dossiers/sync?code=" + code).status())
                .isEqualTo(200);
        assertThat(hub.gets(OPERATOR, "/api/v1/dossiers/none/sync").status()).isEqualTo(404);
        assertThat(hub.gets("home-affairs", "/api/v1/dossiers/" + code + "/sync")
                        .status())
                .isEqualTo(403);
        assertThat(hub.gets("", "/api/v1/dossiers/" + code + "/sync").status()).isEqualTo(401);
    }

    @Test
    void listsWhatIsBlockedPageByPageAndByCause() {
        blocked(code(), "refused by the portal: -2 a");
        blocked(code(), "refused by the portal: -2 a");
        blocked(code(), "refused by the portal: -2 b");

        var filter = BLOCKED + "?cause=" + encoded("refused by the portal: -2 a") + "&limit=1";
        var first = hub.gets(OPERATOR, filter).body();
        var second = hub.gets(OPERATOR, filter + "&after=" + first.path("next").asString())
                .body();
        assertThat(first.at("/blocked/0/cause").asString()).isEqualTo("refused by the portal: -2 a");
        assertThat(second.at("/blocked/0/code")).isNotEqualTo(first.at("/blocked/0/code"));
        assertThat(first.path("causes").toString()).contains("{\"cause\":\"refused by the portal: -2 a\",\"rows\":2}");
        assertThat(hub.gets("home-affairs", BLOCKED).status()).isEqualTo(403);
        assertThat(hub.gets(PORTAL, BLOCKED).status()).isEqualTo(403);
    }

    @Test
    void replaysOneBlockedDossierAndKeepsWhoAndWhy() {
        var code = code();
        var dossier = blocked(code, "refused by the portal: -2 once");

        var answer = replay("{\"code\":\"" + code + "\",\"reason\":\"portal mended\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("replayed").asInt()).isEqualTo(1);
        awaitIdle(dossier);
        assertThat(hub.portal().steps(code)).containsExactly(1, 2);
        assertThat(hub.audited("sync.replay"))
                .anyMatch(entry -> entry.startsWith("operator " + code) && entry.contains("portal mended"));
        assertThat(replay("{\"code\":\"" + code + "\",\"reason\":\"again\"}").status())
                .isEqualTo(409);
    }

    @Test
    void replaysManyByTheirCause() {
        var one = blocked(code(), "refused by the portal: -2 many");
        var other = blocked(code(), "refused by the portal: -2 many");
        var another = blocked(code(), "refused by the portal: -2 few");

        assertThat(replay("{\"cause\":\"refused by the portal: -2 many\",\"reason\":\"fixed\"}")
                        .body()
                        .path("replayed")
                        .asInt())
                .isEqualTo(2);

        awaitIdle(one);
        awaitIdle(other);
        assertThat(state(another)).isEqualTo("BLOCKED");
    }

    @Test
    void replaysNothingWithoutReasonOrFilter() {
        assertThat(replay("{\"cause\":\"x\"}").status()).isEqualTo(400);
        assertThat(replay("{\"reason\":\"because\"}").status()).isEqualTo(400);
        assertThat(replay("{\"code\":\"a\",\"cause\":\"b\",\"reason\":\"because\"}")
                        .status())
                .isEqualTo(400);
        assertThat(replay("{\"code\":\"nobody-knows-it\",\"reason\":\"because\"}")
                        .status())
                .isEqualTo(404);
        assertThat(hub.posts(PORTAL, BLOCKED + "/replay", "{\"cause\":\"x\",\"reason\":\"y\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void blocksAgainWhatIsStillNotSendable() {
        var code = code();
        var dossier = hub.register().dossier(code, UNSENDABLE, 2);
        hub.bean(NationalSync.class).wake();
        await().atMost(SyncRig.patience()).until(() -> state(dossier).equals("BLOCKED"));

        replay("{\"code\":\"" + code + "\",\"reason\":\"try\"}");

        await().atMost(SyncRig.patience()).until(() -> state(dossier).equals("BLOCKED"));
        assertThat(hub.portal().has(code)).isFalse();
    }

    @Test
    void aNewEventFreesABlockedDossier() {
        var code = code();
        var dossier = blocked(code, "refused by the portal: -2 until news");
        hub.register().step(dossier, 4);
        hub.bean(NationalSync.class).wake();

        awaitIdle(dossier);
        assertThat(hub.portal().steps(code)).containsExactly(1, 2, 4);
    }

    @Test
    void aChangeOfConfigurationFreesWhatIsBlocked() {
        var code = code();
        var dossier = blocked(code, "refused by the portal: -2 until mapped");
        hub.bean(Workers.class).tryBlockedAgain();

        awaitIdle(dossier);
        assertThat(hub.portal().steps(code)).containsExactly(1, 2);
    }

    private UUID blocked(String code, String cause) {
        var dossier = hub.register().dossier(code, 1, 2);
        await().atMost(SyncRig.patience())
                .until(() -> hub.jdbc()
                                .sql("""
                        update hub.sync set state = 'BLOCKED', cause = :cause, known_there = false, acked_seq = 0,
                          confirmed_seq = 0, acked_details_seq = 0, acked_details_hash = null
                        where dossier_id = :id and state in ('QUEUED', 'IDLE')""")
                                .param("cause", cause)
                                .param("id", dossier)
                                .update()
                        == 1);
        return dossier;
    }

    private void awaitIdle(UUID dossier) {
        await().atMost(SyncRig.patience()).until(() -> state(dossier).equals("IDLE"));
    }

    private String state(UUID dossier) {
        return hub.jdbc()
                .sql("select state from hub.sync where dossier_id = ?")
                .param(dossier)
                .query(String.class)
                .single();
    }

    private Answer replay(String order) {
        return hub.posts(OPERATOR, BLOCKED + "/replay", order);
    }

    private Answer lookUp(String code) {
        return hub.posts(
                PORTAL,
                LOOKUP,
                "{\"session\":\"s\",\"madonvi\":\"000.00.00.H52\",\"service\":\"TraCuuHoSo\",\"mahoso\":\"" + code
                        + "\"}");
    }

    private JsonNode sync(String code) {
        return hub.gets(OPERATOR, "/api/v1/dossiers/" + code + "/sync").body();
    }

    private static JsonNode attempt(JsonNode page, String step) {
        return page.path("attempts")
                .valueStream()
                .filter(attempt -> attempt.path("step").asString().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private static String statuses(JsonNode told) {
        return String.join(
                " ",
                told.path("TienDo")
                        .valueStream()
                        .map(step -> step.path("TrangThai").asString())
                        .toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String code() {
        return "000.00.14.H52-260825-%04d".formatted(numbers.incrementAndGet());
    }
}
