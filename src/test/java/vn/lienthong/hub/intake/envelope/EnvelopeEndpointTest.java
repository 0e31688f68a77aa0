package vn.lienthong.hub.intake.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.intake.envelope.PortalCaller.changed;
import static vn.lienthong.hub.intake.envelope.PortalCaller.fee;
import static vn.lienthong.hub.intake.envelope.PortalCaller.filed;
import static vn.lienthong.hub.intake.envelope.PortalCaller.paper;
import static vn.lienthong.hub.intake.envelope.PortalCaller.step;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** The national portal pushes what citizens file: by session, and with its key at the usual door. */
@ExtendWith(OneHub.class)
class EnvelopeEndpointTest {

    private static final String DOSSIER = "DongBoHoSoMC";
    private static final String STEP = "CapNhatTienDoHoSoMC";

    private final RunningHub hub;
    private final PortalCaller portal;
    private final HubClient operator;

    EnvelopeEndpointTest(RunningHub hub) {
        this.hub = hub;
        this.portal = new PortalCaller(hub);
        this.operator = hub.as("operator");
    }

    @Test
    void registersWhatACitizenFiledUnderItsNationalCodeAndTellsThePortalNothingOfIt() {
        String code = "000.00.04.H52-261105-7001";

        JsonNode answer = portal.tells(DOSSIER, filed(code));

        assertThat(answer.path("error_code").asString()).isEqualTo("0");
        assertThat(answer.path("message").asString()).isEqualTo("Thành công");
        assertThat(answer.at("/result/0/MaHoSo").asString()).isEqualTo(code);
        assertThat(dossier(code).path("sender").asString()).isEqualTo(PortalCaller.ID);
        JsonNode sync =
                operator.gets("/api/v1/dossiers/" + code + "/sync").is(200).json();
        assertThat(sync.at("/ledger/0/state").asString()).isEqualTo("IDLE");
        assertThat(sync.at("/ledger/0/knownThere").asBoolean()).isTrue();
        assertThat(sync.at("/ledger/0/ackedSeq").asInt())
                .isEqualTo(sync.path("lastSeq").asInt());
        assertThat(sync.path("attempts")).isEmpty();
    }

    @Test
    void takesASupplementAPaymentAndARequestToWithdraw() {
        String code = "000.00.04.H52-261105-7002";
        portal.tells(DOSSIER, filed(code));

        portal.tells(DOSSIER, changed(filed(code), "TaiLieuNop", List.of(paper("a.pdf", 1), paper("b.pdf", 2))));
        portal.tells(DOSSIER, changed(filed(code), "DanhSachLePhi", List.of(fee("1"))));
        JsonNode withdrawn = portal.tells(STEP, step(code, "7", "20261106100000", "Công dân rút hồ sơ"));

        assertThat(withdrawn.path("error_code").asString()).isEqualTo("0");
        JsonNode dossier = dossier(code);
        assertThat(dossier.path("status").asString()).isEqualTo("WITHDRAW_REQUESTED");
        assertThat(hub.bean(JdbcClient.class)
                        .sql("select payment_state from hub.dossiers where code = :code")
                        .param("code", code)
                        .query(String.class)
                        .single())
                .isEqualTo("PAID");
        JsonNode sync = operator.gets("/api/v1/dossiers/" + code + "/sync").json();
        assertThat(sync.at("/ledger/0/ackedSeq").asInt())
                .isEqualTo(sync.path("lastSeq").asInt());
        assertThat(sync.path("attempts")).isEmpty();
    }

    @Test
    void answersHowADossierStands() {
        String code = "000.00.04.H52-261105-7003";
        portal.tells(DOSSIER, filed(code));

        JsonNode answer = portal.calls("TraCuuHoSo", Map.of("mahoso", code));

        assertThat(answer.path("error_code").asString()).isEqualTo("0");
        assertThat(answer.at("/result/0/TrangThaiHoSo").asString()).isEqualTo("1");
        assertThat(portal.calls("TraCuuHoSo", Map.of("mahoso", "000.00.04.H52-261105-9999"))
                        .path("result"))
                .isEmpty();
    }

    @Test
    void takesTheSamePushTwiceAsOne() {
        String code = "000.00.04.H52-261105-7004";
        JsonNode first = portal.tells(DOSSIER, filed(code));
        portal.logsIn();
        JsonNode second = portal.tells(DOSSIER, filed(code));

        assertThat(second.path("error_code").asString()).isEqualTo("0");
        assertThat(first.at("/result/0/error_code").asString()).isEqualTo("0");
        assertThat(operator.gets("/api/v1/dossiers/" + code + "/events").json().toString())
                .containsOnlyOnce("\"SUBMITTED\"");
    }

    @Test
    void keepsNoSessionOfWhoPushed() {
        JsonNode answer = portal.tells(DOSSIER, filed("000.00.04.H52-261105-7005"));

        JsonNode kept = operator.gets(
                        "/api/v1/submissions/" + answer.path("receipt").asString())
                .is(200)
                .json();

        assertThat(kept.toString()).doesNotContain(portal.session());
        assertThat(portal.session()).hasSizeGreaterThan(40);
    }

    @Test
    void asksForAnotherLogInWhenTheSessionIsOverOrNotOurs() {
        portal.logsIn();
        String good = portal.session();
        String altered = good.substring(0, 5) + (good.charAt(5) == 'A' ? 'B' : 'A') + good.substring(6);
        for (String session : List.of("", "6f0c", good.substring(1), "A" + good, altered)) {
            JsonNode answer = portal.calls(session, DOSSIER, Map.of("data", List.of(filed("x"))));
            assertThat(answer.path("error_code").asString()).as(session).isEqualTo("-1");
            assertThat(answer.path("message").asString()).contains("đăng nhập lại");
        }
    }

    @Test
    void opensASessionOnlyForTheKeyOfThisSender() {
        assertThat(portal.logsIn().path("error_code").asString()).isEqualTo("0");
        assertThat(portal.logsIn(PortalCaller.ID, "wrong").path("error_code").asString())
                .isEqualTo("-1");
        assertThat(portal.logsIn("home-affairs", hub.as("home-affairs").key())
                        .path("error_code")
                        .asString())
                .isEqualTo("-1");
        hub.anonymous().posts("/envelope/home-affairs/mapi/login", "{}").is(404);
        hub.anonymous().posts("/envelope/nobody/mapi/g", "{}").is(404);
    }

    @Test
    void saysWhatIsWrongWithARecordAndTakesTheOthers() {
        String code = "000.00.04.H52-261105-7006";
        Map<String, Object> placeholder = changed(
                filed("000.00.04.H52-261105-7007"),
                "DinhDanhCHS",
                List.of(Map.of("LoaiDinhDanh", "2", "SoDinhDanh", "000000001")));

        JsonNode answer = portal.calls(DOSSIER, Map.of("data", List.of(filed(code), placeholder)));

        assertThat(answer.path("error_code").asString()).isEqualTo("-2");
        assertThat(answer.path("message").asString()).contains("là số giả");
        assertThat(answer.at("/result/0/error_code").asString()).isEqualTo("0");
        assertThat(answer.at("/result/1/error_code").asString()).isEqualTo("-2");
        assertThat(dossier(code).path("status").asString()).isEqualTo("SUBMITTED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MaTTHC | 7.999999 | unknown-procedure 7.999999",
                "DonViXuLy | Sở Lao động - Thương binh và Xã hội tỉnh Sơn La | agency-out-of-date",
                "DonViXuLy | Sở Mặt trăng | unknown-agency"
            })
    void saysReceivedNotDoneOfWhatTheHubCannotPlaceAndParksIt(String field, String value, String cause) {
        String code = "000.00.04.H52-261105-71" + String.format("%02d", Math.floorMod(value.hashCode(), 100));

        JsonNode answer = portal.tells(DOSSIER, changed(filed(code), field, value));

        assertThat(answer.path("error_code").asString()).isEqualTo("0");
        assertThat(answer.path("message").asString()).isEqualTo("Đã tiếp nhận, đang xử lý");
        assertThat(operator.gets("/api/v1/failures?sender=" + PortalCaller.ID)
                        .is(200)
                        .text())
                .contains(cause);
    }

    @Test
    void refusesANationalCodeThatAnotherSystemsDossierBears() {
        String code = "000.00.04.H52-261105-7008";
        String theirs = JsonMapper.shared().writeValueAsString(List.of(changed(filed(code), "TrangThaiHoSo", "1")));
        hub.as("school-enrolment").pushes("school-enrolment", theirs);

        JsonNode answer = portal.tells(DOSSIER, filed(code));

        assertThat(answer.path("error_code").asString()).isEqualTo("3");
        assertThat(answer.path("message").asString()).contains("school-enrolment");
        assertThat(dossier(code).path("sender").asString()).isEqualTo("school-enrolment");
    }

    @Test
    void ordersWhatClaimsToBeFromTomorrowByItsArrival() {
        String code = "000.00.04.H52-261105-7009";
        portal.tells(DOSSIER, filed(code));

        portal.tells(STEP, step(code, "7", "20991106100000", "Công dân rút hồ sơ"));

        assertThat(operator.gets("/api/v1/dossiers/" + code + "/events").text()).contains("FUTURE");
    }

    @Test
    void keepsProgressThatCameBeforeItsDossier() {
        String code = "000.00.04.H52-261105-7010";

        assertThat(portal.tells(STEP, step(code, "7", "20261106100000", "Công dân rút hồ sơ"))
                        .path("error_code")
                        .asString())
                .isEqualTo("0");
        portal.tells(DOSSIER, filed(code));

        assertThat(dossier(code).path("status").asString()).isEqualTo("WITHDRAW_REQUESTED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'[]' | -2", "'nothing' | -2", "'{\"service\":' | -2", "'{\"service\":\"DongBoHoSoMC\"}' | -1"})
    void answersWhatIsNoEnvelopeInTheEnvelope(String raw, String code) {
        assertThat(portal.says(raw).path("error_code").asString()).isEqualTo(code);
    }

    @Test
    void namesTheServicesItHas() {
        assertThat(portal.calls("XoaHoSo", Map.of()).path("message").asString())
                .contains("CapNhatTienDoHoSoMC, DongBoHoSoMC, TraCuuHoSo");
    }

    @Test
    void takesTheSameAtTheUsualDoorWithItsKey() {
        String code = "000.00.04.H52-261105-7011";
        String body = JsonMapper.shared().writeValueAsString(List.of(filed(code)));

        JsonNode outcome = hub.as(PortalCaller.ID).pushes(PortalCaller.ID, body);
        HubClient.Answer refused = hub.as("home-affairs")
                .posts("/api/v1/senders/" + PortalCaller.ID + "/submissions", body)
                .is(403);

        assertThat(outcome.at("/counts/registered").asInt()).isOne();
        assertThat(refused.problem()).isEqualTo("foreign-sender");
        assertThat(dossier(code).path("status").asString()).isEqualTo("SUBMITTED");
    }

    private JsonNode dossier(String code) {
        return operator.gets("/api/v1/dossiers/" + code).is(200).json();
    }
}
