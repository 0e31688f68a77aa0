package vn.lienthong.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.standin.Records.dossier;
import static vn.lienthong.standin.Records.step;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BatchCallTest {

    @RegisterExtension
    static final RunningStandIn standIn = new RunningStandIn();

    private Caller caller = new Caller("");

    @BeforeEach
    void logIn() {
        caller = standIn.caller();
    }

    @Test
    void answersEmptyArrayForUnknownDossier() {
        assertThat(caller.looksUp("A-1").isArray()).isTrue();
        assertThat(caller.looksUp("A-1").isEmpty()).isTrue();
    }

    @Test
    void answersStatusAndStepsOfKnownDossier() {
        caller.creates(dossier("A-1"));
        caller.progresses(step("A-1", "4", "20260825080000"));

        JsonNode found = caller.looksUp("A-1").path(0);

        assertThat(found.path("TrangThaiHoSo").stringValue()).isEqualTo("4");
        assertThat(found.path("TienDo").path(0).path("ThoiDiemXuLy").stringValue())
                .isEqualTo("20260825080000");
    }

    @Test
    void looksUpByLowerCaseFieldOnly() {
        assertThat(caller.call(caller.envelope("TraCuuHoSo").put("MaHoSo", "A-1"))
                        .path("message")
                        .stringValue())
                .contains("mahoso");
    }

    @Test
    void saysWhenDossierToCreateExists() {
        caller.creates(dossier("A-1"));

        JsonNode reply = caller.creates(dossier("A-1"));

        assertThat(code(reply)).isEqualTo("3");
        assertThat(reply.path("message").stringValue()).contains("A-1", "đã tồn tại");
    }

    @Test
    void refusesSameDossierTwiceInOneCreate() {
        assertThat(code(caller.creates(dossier("A-1"), dossier("A-1")))).isEqualTo("3");
        assertThat(caller.report().path("dossiers").intValue()).isZero();
    }

    @Test
    void refusesUpdateOfUnknownDossier() {
        JsonNode reply = caller.updates(dossier("A-1"));

        assertThat(code(reply)).isEqualTo("-4");
        assertThat(reply.path("message").stringValue()).contains("không tồn tại");
    }

    @Test
    void refusesProgressOfUnknownDossier() {
        assertThat(code(caller.progresses(step("A-1", "4", "20260825080000")))).isEqualTo("-4");
    }

    @Test
    void replacesDossierOnUpdate() {
        caller.creates(dossier("A-1"));

        assertThat(code(caller.updates(dossier("A-1").put("TrangThaiHoSo", "4"))))
                .isEqualTo("0");
        assertThat(caller.looksUp("A-1").path(0).path("TrangThaiHoSo").stringValue())
                .isEqualTo("4");
        assertThat(caller.report().path("updates").intValue()).isEqualTo(1);
    }

    @Test
    void countsUpdateThatSaysNothingNew() {
        caller.creates(dossier("A-1"));
        caller.updates(dossier("A-1"));

        assertThat(caller.report().path("unchanged").intValue()).isEqualTo(1);
        assertThat(caller.report().path("updates").intValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"True\"", "\"true\"", "true"})
    void takesEveryFormOfUpdating(String form) {
        caller.creates(dossier("A-1"));
        ObjectNode call = caller.dossierCall("", dossier("A-1"));
        call.set("isUpdating", JsonMapper.shared().readTree(form));

        assertThat(code(caller.call(call))).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "1"})
    void refusesOtherFormsOfUpdating(String form) {
        assertThat(caller.call(caller.dossierCall(form, dossier("A-1")))
                        .path("message")
                        .stringValue())
                .contains("isUpdating");
    }

    @Test
    void refusesCallWithoutRecords() {
        assertThat(code(caller.creates())).isEqualTo("-2");
        assertThat(code(caller.call(caller.envelope("CapNhatTienDoHoSoMC").put("data", "x"))))
                .isEqualTo("-2");
    }

    @Test
    void storesNothingOfCallWithOneBadRecord() {
        assertThat(code(caller.creates(dossier("A-1"), dossier("A-2").put("MaTTHC", ""), dossier("A-3"))))
                .isEqualTo("-2");
        assertThat(caller.report().path("dossiers").intValue()).isZero();
    }

    @Test
    void storesNothingOfCallWithOneUnknownDossier() {
        caller.creates(dossier("A-1"));

        caller.progresses(step("A-1", "4", "20260825080000"), step("A-2", "4", "20260825080000"));

        assertThat(caller.report().path("steps").intValue()).isZero();
    }

    @Test
    void takesTenStepsACallAndNoMore() {
        caller.creates(dossier("A-1"));

        assertThat(code(caller.progresses(steps(11)))).isEqualTo("-2");
        assertThat(code(caller.progresses(steps(10)))).isEqualTo("0");
        assertThat(caller.report().path("steps").intValue()).isEqualTo(10);
    }

    private static ObjectNode[] steps(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> step("A-1", "4", "202608250800%02d".formatted(i)))
                .toArray(ObjectNode[]::new);
    }

    @Test
    void takesStatusFromLatestStepByItsOwnTime() {
        caller.creates(dossier("A-1"));
        caller.progresses(step("A-1", "10", "20260827080000"), step("A-1", "9", "20260826080000"));

        assertThat(caller.looksUp("A-1").path(0).path("TrangThaiHoSo").stringValue())
                .isEqualTo("10");
    }

    @Test
    void letsLaterArrivalWinAmongStepsOfOneMoment() {
        caller.creates(dossier("A-1"));
        caller.progresses(step("A-1", "9", "20260826080000"), step("A-1", "10", "20260826080000"));

        assertThat(caller.looksUp("A-1").path(0).path("TrangThaiHoSo").stringValue())
                .isEqualTo("10");
    }

    @Test
    void countsEqualStepAsRepeatedWithoutStoringIt() {
        caller.creates(dossier("A-1"));
        ObjectNode step = step("A-1", "4", "20260825080000");

        caller.progresses(step, step);
        caller.progresses(step);

        assertThat(caller.report().path("steps").intValue()).isEqualTo(1);
        assertThat(caller.report().path("repeated").intValue()).isEqualTo(2);
        assertThat(caller.report().path("duplicates").intValue()).isZero();
    }

    @Test
    void storesStepThatDiffersOnlyInContentAndReportsTheConflict() {
        caller.creates(dossier("A-1"));
        caller.progresses(step("A-1", "4", "20260825080000"));
        caller.progresses(step("A-1", "4", "20260825080000").put("NoiDungXuLy", "Khác"));

        assertThat(caller.report().path("steps").intValue()).isEqualTo(2);
        assertThat(caller.report().path("conflicting").intValue()).isEqualTo(1);
    }

    @Test
    void takesBareArraysFromRelays() {
        String body = "[" + dossier("A-1") + "]";

        assertThat(caller.post("/KetNoiMotCuaQuocGia/ThemMoi", body).body()).contains("\"error_code\":\"0\"");
        assertThat(caller.post("/KetNoiMotCuaQuocGia/CapNhat", body).body()).contains("\"error_code\":\"0\"");
        assertThat(caller.post("/api/SynsTTHCC/DongBoHoSoMC?MaDinhDanhDV=H22&isUpdating=False", body)
                        .body())
                .contains("\"error_code\":\"3\"");
        String steps = "[" + step("A-1", "4", "20260825080000") + "]";
        assertThat(caller.post("/KetNoiMotCuaQuocGia/DongBoTienTrinh", steps).body())
                .contains("\"error_code\":\"0\"");
        assertThat(caller.looksUp("A-1").path(0).path("TrangThaiHoSo").stringValue())
                .isEqualTo("4");
    }

    private static String code(JsonNode reply) {
        return reply.path("error_code").stringValue();
    }
}
