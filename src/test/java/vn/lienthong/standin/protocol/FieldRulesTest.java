package vn.lienthong.standin.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FieldRulesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DOSSIER = """
            {"MaHoSo":"A-1","MaTTHC":"1.004889","TenTTHC":"Thủ tục mẫu","LoaiDoiTuong":"1","TrichYeuHoSo":"Mẫu",
             "NgayTiepNhan":"20260824091500","TrangThaiHoSo":"2","HinhThuc":"0","DonViXuLy":"Sở mẫu"}""";
    private static final String STEP = """
            {"MaHoSo":"A-1","NguoiXuLy":"Lê Văn Thử","ThoiDiemXuLy":"20260825080000","TrangThai":"4"}""";

    @ParameterizedTest(name = "{0} = {1}")
    @CsvFileSource(resources = "/standin/dossier-rules.csv", delimiter = ';', quoteCharacter = '\'', emptyValue = "")
    void judgesDossierField(String field, String value, String named) {
        judges(RecordRules.ofDossiers(), DOSSIER, field, value, named);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvFileSource(resources = "/standin/step-rules.csv", delimiter = ';', quoteCharacter = '\'', emptyValue = "")
    void judgesStepField(String field, String value, String named) {
        judges(RecordRules.ofSteps(), STEP, field, value, named);
    }

    private static void judges(RecordRules rules, String sound, String field, String value, String named) {
        ObjectNode record = (ObjectNode) JSON.readTree(sound);
        record.remove(field);
        if (!value.equals("-")) {
            record.set(field, JSON.readTree(value));
        }
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> rules.check(record));
        if (named == null || named.isEmpty()) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).hasMessageContaining(named);
            assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_FIELD);
        }
    }

    @ParameterizedTest
    @CsvSource({"TrichYeuHoSo, 1000", "TaiLieuNop/TenTepDinhKem, 4000", "DanhSachGiayToKetQua/TenGiayTo, 2000"})
    void limitsLengthOfDossierFields(String path, int limit) {
        assertThatNoException().isThrownBy(() -> RecordRules.ofDossiers().check(withText(path, "ạ".repeat(limit))));
        assertThat(catchThrowableOfType(
                        Refusal.class, () -> RecordRules.ofDossiers().check(withText(path, "ạ".repeat(limit + 1)))))
                .hasMessageContaining("dài quá " + limit);
    }

    private static ObjectNode withText(String path, String text) {
        ObjectNode dossier = (ObjectNode) JSON.readTree(DOSSIER);
        String[] names = path.split("/");
        ObjectNode owner =
                names.length == 1 ? dossier : dossier.putArray(names[0]).addObject();
        owner.put(names[names.length - 1], text);
        return dossier;
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    void asksForNoReceptionDateBeforeReception(String status) {
        ObjectNode dossier = (ObjectNode) JSON.readTree(DOSSIER);

        assertThatNoException()
                .isThrownBy(() -> RecordRules.ofDossiers()
                        .check(dossier.without("NgayTiepNhan").put("TrangThaiHoSo", status)));
    }

    @Test
    void limitsOfficerNameToFiftyCharacters() {
        ObjectNode step = (ObjectNode) JSON.readTree(STEP);

        assertThatNoException().isThrownBy(() -> RecordRules.ofSteps().check(step.put("NguoiXuLy", "ễ".repeat(50))));
        assertThat(catchThrowableOfType(
                        Refusal.class, () -> RecordRules.ofSteps().check(step.put("NguoiXuLy", "ễ".repeat(51)))))
                .hasMessageContaining("NguoiXuLy");
    }

    @Test
    void asksOnlyForTheCodeWhenLenient() {
        assertThatNoException()
                .isThrownBy(() -> RecordRules.lenient().check((ObjectNode) JSON.readTree("{\"MaHoSo\":\"A-1\"}")));
    }
}
