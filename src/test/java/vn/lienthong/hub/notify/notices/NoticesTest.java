package vn.lienthong.hub.notify.notices;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.access.DossierPasses;
import vn.lienthong.hub.dossier.DossierFacts.NoticeChoice;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.contact.NoticeChoices;
import vn.lienthong.infra.BesideOthers;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;

/** From a push to the citizen's telephone, on a whole hub. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class NoticesTest {

    private static final String SENDER = "home-affairs";
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    private final WireMockServer gateway = SmsStandIn.start();
    private final RunningHub hub = start();
    private final JdbcClient db = hub.bean(JdbcClient.class);

    private RunningHub start() {
        RealParts parts = RealParts.shared();
        PartAddresses real = parts.addressesWithFreshDatabase();
        RunningHub started = RunningHub.start(
                parts.freshHome(),
                new PartAddresses(real.database(), real.cache(), real.broker(), URI.create(gateway.baseUrl())));
        // what happened before the first look into the feed is not told
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> started.bean(JdbcClient.class)
                        .sql("select place is not null from hub.notice_cursor")
                        .query(Boolean.class)
                        .single());
        return started;
    }

    @AfterAll
    void stops() {
        hub.close();
        gateway.stop();
    }

    @Test
    void tellsTheApplicantOnceThatTheDossierWasReceived() {
        String code = pushed("7001", "0900000001", 20);

        JsonNode notice = only(code, "SENT");
        assertThat(notice.path("event").asString()).isEqualTo("TiepNhan");
        assertThat(notice.path("channel").asString()).isEqualTo("SMS");
        assertThat(notice.path("attempts").get(0).path("address").asString()).isEqualTo("090*****01");
        assertThat(sentAbout(code)).isEqualTo(1);

        db.sql("update hub.notice_cursor set place = (select place from hub.notice_cursor)")
                .update();
        db.sql("update hub.notice_cursor set place = 'AAAAAAAAAAAAAAAAAAAAAA'").update();
        hub.bean(Planner.class).plan();
        hub.bean(Courier.class).round();
        assertThat(sentAbout(code)).isEqualTo(1);
    }

    @Test
    void keepsWhatTheGatewayRefusedBusyOrForGood() {
        JsonNode busy = only(pushed("7002", "0900000098", 20), "WAITING");
        assertThat(busy.path("cause").asString()).isEqualTo("code 500");
        assertThat(busy.has("nextAttemptAt")).isTrue();
        assertThat(only(pushed("7003", "0900000099", 20), "FAILED")
                        .path("cause")
                        .asString())
                .isEqualTo("code 101");
    }

    @Test
    void recordsThatThereIsNoNumberToWriteTo() {
        JsonNode none = only(pushed("7004", "", 20), "NO_ADDRESS");
        assertThat(none.path("cause").asString()).isEqualTo("no mobile number");
        assertThat(none.path("attempts").size()).isZero();
    }

    @Test
    void tellsNothingToWhoeverWantsNoNotices() {
        String silent = pushed("7010", "0900000010", 20, "\"notification\":false,\"dossierStatus\":\"new\"");
        only(pushed("7011", "0900000011", 20), "SENT");

        assertThat(notices(silent).size()).isZero();
    }

    @Test
    void obeysTheChoiceThatACitizenMadeOnTheTrackingPage() {
        String code = pushed("7012", "0900000012", 20);
        only(code, "SENT");
        String page = asked(code).text();
        Matcher form = Pattern.compile("action=\"(/tra-cuu/thong-bao/[^\"]+)\"").matcher(page);
        assertThat(form.find()).isTrue();
        assertThat(page).doesNotContain("checked");

        assertThat(chosen(form.group(1), "NONE").is(200).text()).contains("Đã lưu", code);
        assertThat(asked(code).text()).containsPattern("value=\"NONE\"[^>]*checked");
        pushed("7012", "0900000012", 20, "\"dossierStatus\":\"waiting\"");
        only(pushed("7013", "0900000013", 20), "SENT");
        assertThat(notices(code).size()).isEqualTo(1);

        // of this event the province sends letters only: the citizen wants a text message
        chosen(form.group(1), "SMS").is(200);
        pushed("7012", "0900000012", 20, "\"dossierStatus\":\"done\"");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sentAbout(code)).isEqualTo(2));
        assertThat(notices(code).get(1).path("event").asString()).isEqualTo("TraKetQua");
    }

    @Test
    void takesNoChoiceWithoutAPassOrWithoutAWord() {
        String pass = hub.bean(DossierPasses.class).issue(pushed("7014", "0900000014", 20), Duration.ofMinutes(5));

        assertThat(chosen("/tra-cuu/thong-bao/x.1.2", "SMS").is(404).text()).contains("chưa được lưu");
        chosen("/tra-cuu/thong-bao/" + pass, "PIGEON").is(400);
        chosen("/tra-cuu/thong-bao/" + pass, "BOTH").is(200);
    }

    @Test
    void holdsBackWhatWasPlannedBeforeTheChoice() {
        String code = pushed("7015", "0900000098", 20);
        only(code, "WAITING");
        var dossier = hub.bean(Dossiers.class).byCode(code).orElseThrow();
        hub.bean(NoticeChoices.class).keep(dossier.id(), NoticeChoice.NONE);
        db.sql("update hub.notices set next_attempt_at = now() where dossier_id = :id")
                .param("id", dossier.id())
                .update();
        hub.bean(NoticeDesk.class).wake();

        assertThat(only(code, "DECLINED").path("cause").asString()).isEqualTo("the citizen chose otherwise");
    }

    @Test
    void apologisesWhenThePromisedDatePassed() {
        String code = pushed("7005", "0900000005", 20);
        only(code, "SENT");
        db.sql("update hub.dossiers set due_at = now() - interval '1 hour' where code = :code")
                .param("code", code)
                .update();
        db.sql("update hub.notice_watch set due_at = now() - interval '1 hour'").update();

        hub.bean(Planner.class).planLate();
        hub.bean(NoticeDesk.class).wake();

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(notices(code).size()).isEqualTo(2);
            assertThat(notices(code).get(1).path("event").asString()).isEqualTo("QuaHan");
            assertThat(notices(code).get(1).path("state").asString()).isEqualTo("SENT");
        });
    }

    @Test
    void doesNotTellHistoryNorASendersDossierThatIsNotOn() {
        String old = pushed("7006", "0900000006", -10);
        String other = "000.00.15.H52-260824-7007";
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(other));
        only(pushed("7008", "0900000008", 20), "SENT");

        assertThat(notices(old).size()).isZero();
        assertThat(notices(other).size()).isZero();
    }

    @Test
    void replaysForAnOperatorWhatNobodyTriesAnyMore() {
        String code = pushed("7020", "0900000099", 20);
        long failed = only(code, "FAILED").path("id").asLong();

        JsonNode answer = hub.as("operator").posts(replay(failed), "").is(202).json();
        assertThat(answer.path("was").asString()).isEqualTo("FAILED");
        assertThat(answer.path("mayArriveTwice").asBoolean()).isFalse();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(notices(code).get(0).path("attempts").size()).isEqualTo(2));
        only(code, "FAILED");
        assertThat(db.sql("select actor from hub.audit where action = 'notice.replay' and object = :id")
                        .param("id", Long.toString(failed))
                        .query(String.class)
                        .list())
                .containsExactly("operator");
    }

    @Test
    void saysOfAnUncertainNoticeThatItMayArriveTwice() {
        String code = pushed("7021", "0900000021", 20);
        long sent = only(code, "SENT").path("id").asLong();
        assertThat(hub.as("operator").posts(replay(sent), "").is(409).problem()).isEqualTo("notice-not-replayable");
        db.sql("update hub.notices set state = 'UNCERTAIN' where id = :id")
                .param("id", sent)
                .update();

        JsonNode answer = hub.as("operator").posts(replay(sent), "").is(202).json();

        assertThat(answer.path("mayArriveTwice").asBoolean()).isTrue();
        assertThat(answer.path("warning").path("sentence").asString()).contains("hai lần");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sentAbout(code)).isEqualTo(2));
    }

    @Test
    void givesAnExpiredNoticeTheWholeTimeAgain() {
        String code = pushed("7022", "0900000022", 20);
        long id = only(code, "SENT").path("id").asLong();
        db.sql("update hub.notices set state = 'EXPIRED', created_at = now() - interval '9 days' where id = :id")
                .param("id", id)
                .update();

        hub.as("operator").posts(replay(id), "").is(202);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sentAbout(code)).isEqualTo(2));
    }

    @Test
    void leavesAloneWhatIsOnItsWayAndWhoeverMayNotReplay() {
        long busy = only(pushed("7023", "0900000098", 20), "WAITING").path("id").asLong();

        assertThat(hub.as("operator").posts(replay(busy), "").is(409).problem()).isEqualTo("notice-in-flight");
        assertThat(hub.as("operator").posts(replay(999_999), "").is(404).problem())
                .isEqualTo("unknown-notice");
        hub.as(SENDER).posts(replay(busy), "").is(403);
        hub.anonymous().posts(replay(busy), "").is(401);
    }

    private static String replay(long notice) {
        return "/api/v1/notices/" + notice + "/replay";
    }

    @Test
    void showsTheLogToStaffOnly() {
        String code = pushed("7009", "0900000009", 20);
        assertThat(only(code, "SENT").toString()).doesNotContain("0900000009");
        hub.as(SENDER).gets(page(code)).is(403);
        hub.anonymous().gets(page(code)).is(401);
        hub.as("operator").gets(page("nobody")).is(404);
    }

    /** Received just now when it is due later, else as long ago as it is overdue. */
    private String pushed(String serial, String phone, int dueInDays) {
        return pushed(serial, phone, dueInDays, "\"dossierStatus\":\"new\"");
    }

    private String pushed(String serial, String phone, int dueInDays, String rest) {
        LocalDateTime now = LocalDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusMinutes(1);
        LocalDateTime received = dueInDays > 0 ? now : now.plusDays(dueInDays);
        String code = "000.00.14.H52-261122-" + serial;
        hub.as(SENDER).pushes(SENDER, """
                {"referenceUid":"0f000000-0000-4000-8000-00000000%s","serviceCode":"1.004889",
                 "govAgencyCode":"000.00.14.H52","dossierNo":"%s","applicantName":"TRẦN VĂN THỬ",
                 "applicantIdType":"citizen","applicantIdNo":"014090000001","address":"Số 1 đường Mẫu",
                 "contactName":"TRẦN VĂN THỬ"%s,"online":true,"viaPostal":0,"briefNote":"Đề nghị mẫu",
                 "submitDate":"%s","receiveDate":"%s","dueDate":"%s","dossierSubStatus":"",%s}
                """.formatted(
                        serial,
                        code,
                        phone.isEmpty() ? "" : ",\"contactTelNo\":\"" + phone + "\"",
                        received.format(WIRE),
                        received.format(WIRE),
                        received.plusDays(20).format(WIRE),
                        rest));
        return code;
    }

    private JsonNode only(String code, String state) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            assertThat(notices(code).size()).isEqualTo(1);
            assertThat(notices(code).get(0).path("state").asString()).isEqualTo(state);
            assertThat(notices(code).get(0).path("attempts").size() > 0 || state.equals("NO_ADDRESS"))
                    .isTrue();
        });
        return notices(code).get(0);
    }

    private HubClient.Answer asked(String code) {
        return hub.anonymous()
                .submits("/tra-cuu", Map.of("code", code, "secret", "0001"))
                .is(200);
    }

    private HubClient.Answer chosen(String form, String choice) {
        return hub.anonymous().submits(form, Map.of("notices", choice));
    }

    private JsonNode notices(String code) {
        return hub.as("operator").gets(page(code)).is(200).json().path("notices");
    }

    private long sentAbout(String code) {
        return gateway.findAll(postRequestedFor(urlEqualTo("/sms/send"))).stream()
                .filter(request -> request.getBodyAsString().contains(code))
                .count();
    }

    private static String page(String code) {
        return "/api/v1/dossiers/" + code + "/notices";
    }
}
