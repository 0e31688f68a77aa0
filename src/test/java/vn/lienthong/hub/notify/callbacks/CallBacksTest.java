package vn.lienthong.hub.notify.callbacks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.infra.BesideOthers;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.RealParts;

/** A sender's own system is told, in its words, what became of its dossiers; on a whole hub. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class CallBacksTest {

    private static final String SENDER = "home-affairs";
    private static final String PAGE = "/told";
    private static final String HANGS = "/hangs";
    private static final String SAYS_NO = """
            {"serviceCode":"1.004889","govAgencyCode":"000.00.14.H52","dossierNo":"%s","receiveDate":"31/02/2026",
             "dossierStatus":"new"}
            """;

    private static final String GOOD = """
            {"serviceCode":"1.004889","govAgencyCode":"000.00.14.H52","dossierNo":"%s","applicantName":"TRẦN VĂN THỬ",
             "applicantIdType":"citizen","applicantIdNo":"014090000001","online":true,"viaPostal":0,
             "briefNote":"Đề nghị mẫu","submitDate":"24/08/2026 09:00:00","receiveDate":"24/08/2026 09:15:00",
             "dueDate":"10/09/2026 09:15:00","dossierStatus":"new"}
            """;

    private final WireMockServer department = department();
    private final RunningHub hub = RunningHub.start(home(), RealParts.shared().addressesWithFreshDatabase());
    private final JdbcClient db = hub.bean(JdbcClient.class);

    @BeforeEach
    void start() {
        // what happened before the first look into the feed is not told
        await().until(() -> db.sql("select place is not null from hub.call_back_cursor")
                .query(Boolean.class)
                .single());
        db.sql("delete from hub.call_backs").update();
        department.resetAll();
        replies(200, "{\"error_code\":\"0\",\"message\":\"Thành công\"}");
    }

    @AfterAll
    void stops() {
        hub.close();
        department.stop();
    }

    @Test
    void tellsARefusalInTheSendersWords() {
        hub.as(SENDER).pushes(SENDER, SAYS_NO.formatted("000.00.14.H52-260824-8001"));

        JsonNode told = told(1).getFirst();
        assertThat(told.path("kind").asString()).isEqualTo("refused");
        assertThat(told.path("why").asString()).contains("receiveDate");
        assertThat(line("REFUSAL", "DONE").path("attempts").asInt(0)).isEqualTo(1);
    }

    @Test
    void tellsOnceThatAnotherReceiptStandsForARecordThatWasParked() {
        String good = GOOD.formatted("000.00.14.H52-260824-8005");
        String parked = hub.as(SENDER)
                .pushes(SENDER, good.replace("1.004889", "9.999991"))
                .path("receipt")
                .asString();
        String second = edits(parked, good.replace("1.004889", "9.999992"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> hub.as(SENDER)
                        .gets("/api/v1/submissions/" + second)
                        .is(200)
                        .text()
                        .contains("\"PARKED\""));
        String third = edits(parked, good);

        assertThat(told(2))
                .allSatisfy(told -> assertThat(told.path("kind").asString()).isEqualTo("refused"))
                .anySatisfy(told -> assertThat(told.toString()).contains("\"" + parked + "\"", second))
                .anySatisfy(told -> assertThat(told.toString()).contains("\"" + second + "\"", third));
        assertThat(db.sql("select subject from hub.call_backs where kind = 'REFUSAL' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(parked, second);
    }

    private String edits(String receipt, String content) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("content", content, "reason", "by telephone"));
        return hub.as("operator")
                .posts("/api/v1/failures/" + receipt + "/1/edits", body)
                .is(202)
                .json()
                .path("receipt")
                .asString();
    }

    @Test
    void asksAgainUntilTheSenderHasUnderstoodAndKeepsWhatItNeverTakes() {
        replies(200, "{\"error_code\":\"9\",\"message\":\"bận\"}");
        hub.as(SENDER).pushes(SENDER, SAYS_NO.formatted("000.00.14.H52-260824-8002"));
        long id = line("REFUSAL", "WAITING").path("id").asLong(0);
        await().until(() -> attempts(id) == 1);

        replies(200, "{\"error_code\":\"7\",\"message\":\"sai mẫu\"}");
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            due(id);
            return state(id).equals("FAILED");
        });

        replies(200, "{\"error_code\":\"0\"}");
        hub.as("operator").posts("/api/v1/call-backs/" + id + "/replay", "").is(202);
        await().until(() -> state(id).equals("DONE"));
        hub.as("operator").posts("/api/v1/call-backs/" + id + "/replay", "").is(409);
        assertThat(department.findAll(postRequestedFor(urlEqualTo(PAGE))).stream()
                        .map(request -> request.getHeader("Idempotency-Key"))
                        .distinct())
                .containsExactly("cb-" + id);
    }

    @Test
    void tellsInOrderWhatAnotherSystemDidWithTheDossierAndNothingThatItSaidItself() {
        String code = "000.00.14.H52-260824-8003";
        hub.as(SENDER).pushes(SENDER, GOOD.formatted(code));
        db.sql("""
                        insert into hub.authorities (dossier_id, stage, system, since)
                        select id, 'PROCESSING', 'land', now() from hub.dossiers where code = :code
                        """).param("code", code).update();
        replies(500, "");
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.processing(code));
        hub.as(LandSystem.ID).pushes(LandSystem.ID, """
                {"SoBienNhan":"%s","NgayKetThuc":"11/09/2026 15:00:00","TrangThaiKetThuc":1}
                """.formatted(code));
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 2);
        replies(200, "{\"error_code\":\"0\"}");
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            // an attempt under way may still put the next one off
            db.sql("update hub.call_backs set next_attempt_at = now() where state = 'WAITING'")
                    .update();
            return waiting() == 0;
        });
        assertThat(department.findAll(postRequestedFor(urlEqualTo(PAGE))).stream()
                        .map(LoggedRequest::getBodyAsString)
                        .map(body -> JsonMapper.shared()
                                .readTree(body)
                                .path("dossierStatus")
                                .asString())
                        .distinct())
                .containsExactly("processing", "releasing");
    }

    @Test
    void aSystemThatHangsHoldsUpNoOther() {
        department.stubFor(post(HANGS).willReturn(aResponse().withStatus(200).withFixedDelay(9_000)));
        CallBacks owed = hub.bean(CallBacks.class);
        for (int i = 0; i < 60; i++) {
            owed.owe(LandSystem.ID, CallBack.Kind.REFUSAL, "receipt-" + i, "record:1", Map.of(), "c-" + i);
        }
        await().until(() ->
                !department.findAll(postRequestedFor(urlEqualTo(HANGS))).isEmpty());

        hub.as(SENDER).pushes(SENDER, SAYS_NO.formatted("000.00.14.H52-260824-8004"));
        told(1);
        assertThat(db.sql("select count(*) from hub.call_backs where sender = :land and attempts > 0")
                        .param("land", LandSystem.ID)
                        .query(Long.class)
                        .single())
                .as("no more at once than one sender's share")
                .isLessThanOrEqualTo(10);
    }

    @Test
    void showsCallBacksToStaffOnly() {
        hub.as(SENDER).gets("/api/v1/call-backs").is(403);
        hub.as("operator").gets("/api/v1/call-backs?state=WAITING").is(200);
    }

    private static WireMockServer department() {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        return server;
    }

    private HubHome home() {
        try {
            HubHome fresh = RealParts.shared().freshHome();
            Path config = fresh.data().resolve("proposed-config");
            FileSystemUtils.copyRecursively(fresh.config(), config);
            callsBack(config.resolve("departments/home-affairs.yaml"), PAGE);
            callsBack(config.resolve("departments/" + LandSystem.ID + ".yaml"), HANGS);
            return new HubHome(fresh.mode(), fresh.data(), fresh.secrets(), fresh.routes(), config, fresh.mocks());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void callsBack(Path file, String page) throws IOException {
        Files.writeString(file, """

                callBack:
                  url: http://127.0.0.1:%d%s
                  words: {IN_PROGRESS: processing, RESOLVED: releasing}
                  status: '{"kind":"status","dossierNo":"{code}","dossierStatus":"{word}","at":"{at}"}'
                  refusal: '{"kind":"refused","receipt":"{receipt}","why":"{reasons}"}'
                  reply:
                    code: /error_code
                    text: /message
                    rows:
                      - {code: "0", is: done}
                      - {code: "7", is: permanent}
                """.formatted(department.port(), page), StandardOpenOption.APPEND);
    }

    private void replies(int status, String body) {
        department.stubFor(post(PAGE).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    private List<JsonNode> told(int atLeast) {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        department.findAll(postRequestedFor(urlEqualTo(PAGE))).size() >= atLeast);
        return department.findAll(postRequestedFor(urlEqualTo(PAGE))).stream()
                .map(request -> JsonMapper.shared().readTree(request.getBodyAsString()))
                .toList();
    }

    /** The newest call-back of this kind, once it is in this state. */
    private JsonNode line(String kind, String state) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> newest(kind).path("state").asString("").equals(state));
        return newest(kind);
    }

    private JsonNode newest(String kind) {
        return hub.as("operator")
                .gets("/api/v1/call-backs")
                .json()
                .path("callBacks")
                .valueStream()
                .filter(line -> line.path("kind").asString().equals(kind))
                .findFirst()
                .orElseGet(() -> JsonMapper.shared().createObjectNode());
    }

    private void due(long id) {
        db.sql("update hub.call_backs set next_attempt_at = now() where id = :id and state = 'WAITING'")
                .param("id", id)
                .update();
    }

    private int attempts(long id) {
        return db.sql("select attempts from hub.call_backs where id = :id and state = 'WAITING'")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private String state(long id) {
        return db.sql("select state from hub.call_backs where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long waiting() {
        return db.sql("select count(*) from hub.call_backs where state in ('WAITING', 'SENDING')")
                .query(Long.class)
                .single();
    }
}
