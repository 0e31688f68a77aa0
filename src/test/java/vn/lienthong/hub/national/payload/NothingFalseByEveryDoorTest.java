package vn.lienthong.hub.national.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.catalog.CatalogFixture;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.dossier.Verdict;
import vn.lienthong.hub.national.DoorsFixture;
import vn.lienthong.hub.platform.time.VietnamTime;

/** The falsifications D1 to D8 of the troubles are written by no door, not only not by the adapter's. */
class NothingFalseByEveryDoorTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant RECEIVED = Instant.parse("2026-08-24T02:15:00Z");
    private static final Instant DUE = Instant.parse("2026-09-10T02:15:00Z");
    private static final Target THERE = new Target("HS-1", "hs-1");
    private static final String PAPER = "a".repeat(64);
    private static final String RESULT = "b".repeat(64);
    private static final Uploads UPLOADS = new Uploads(
            Map.of(PAPER, new Uploads.Uploaded("f-paper", PAPER), RESULT, new Uploads.Uploaded("f-result", RESULT)));

    private static final List<String> DOORS = List.of("envelope", "relay", "query", "noi-ho-so");
    private static final Map<String, Telling> TELLINGS = DOORS.stream()
            .collect(Collectors.toMap(
                    door -> door,
                    door -> DoorsFixture.all(door, Clock.fixed(RECEIVED, VietnamTime.ZONE))
                            .usual()
                            .telling()));
    private static final Served SERVED = new Served(
            CatalogFixture.ofProject()
                    .procedures()
                    .resolve("1.004889", LocalDate.of(2026, 8, 24))
                    .orElseThrow(),
            "Sở Nội vụ",
            "H52.14");

    static List<String> doors() {
        return DOORS;
    }

    static Stream<Arguments> doorsAndStatuses() {
        return DOORS.stream()
                .flatMap(door -> Arrays.stream(DossierStatus.values()).map(status -> Arguments.of(door, status)));
    }

    @ParameterizedTest
    @MethodSource("doorsAndStatuses")
    void d1TellsEachStatusAsItself(String door, DossierStatus status) {
        var event = event(status, Verdict.VALID);
        assertThat(telling(door).step(THERE, event, "Sở").path("TrangThai").asString())
                .isEqualTo(Integer.toString(status.code()));
        if (telling(door).bringsFiles()) {
            assertThat(telling(door)
                            .status(THERE, event, dossier(""), UPLOADS)
                            .path("TrangThai")
                            .asInt())
                    .isEqualTo(status.code());
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    void d2TellsNoStepWithoutEffectAndNamesNoInventedOfficer(String door) {
        assertThatThrownBy(() -> telling(door).step(THERE, event(DossierStatus.RESOLVED, Verdict.CONTRADICTION), "Sở"))
                .isInstanceOf(IllegalStateException.class);
        var step = telling(door).step(THERE, event(DossierStatus.ACCEPTED, Verdict.VALID), "Sở Nội vụ");
        assertThat(step.path("NguoiXuLy").asString()).isEqualTo("Sở Nội vụ");
        assertThat(step.toString()).doesNotContain("Cán bộ một cửa", "Chuyên viên");
        assertThat(step.path("ThoiDiemXuLy").asString().replaceAll("\\D", "")).startsWith("20260824091500");
    }

    @ParameterizedTest
    @MethodSource("doors")
    void d3PassesNoPlaceholderOn(String door) {
        var holder = ",\"owner\":{\"name\":\"TRẦN VĂN THỬ\",\"subjectType\":\"CITIZEN\",\"oldId\":\"000000001\"}";
        assertThatThrownBy(() -> told(door, holder)).isInstanceOf(NotSendable.class);
        assertThat(told(door, "").toString()).doesNotContain("000000001");
    }

    @ParameterizedTest
    @MethodSource("doors")
    void d4TellsNoSubmittedPaperAndNothingWithoutACodeAsTheResult(String door) {
        var dossier = dossier("""
                ,"components":[{"name":"Đơn","files":[{"name":"don.pdf","sha256":"%1$s"}]}],
                "results":[{"name":"Kết quả","code":"KQ.G15.000031","files":[{"name":"kq.pdf","sha256":"%1$s"}]},
                           {"name":"Không mã","files":[{"name":"khac.pdf","sha256":"%2$s"}]}]""".formatted(PAPER, RESULT));
        var told = telling(door).bringsFiles()
                ? telling(door).status(THERE, event(DossierStatus.RESOLVED, Verdict.VALID), dossier, UPLOADS)
                : telling(door).dossier(dossier, SERVED, DossierStatus.RESOLVED);
        assertThat(told.has("DanhSachGiayToKetQua")).isTrue();
        assertThat(told.path("DanhSachGiayToKetQua").size()).isZero();
        assertThat(telling(door).results(dossier, event(DossierStatus.RESOLVED, Verdict.VALID)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void d5TellsWhenTheWorkEndedAndNotWhenItWasDue(String door) {
        var told = told(door, "");
        assertThat(told.path("NgayKetThucXuLy").asString("")).isEmpty();
        assertThat(told.path("NgayTra").asString("")).isEmpty();
        var step = telling(door).step(THERE, event(DossierStatus.RESOLVED, Verdict.VALID), "Sở");
        assertThat(step.toString()).doesNotContain("20260910", "2026-09-10");
    }

    @ParameterizedTest
    @MethodSource("doors")
    void d6WritesNoConstantWhereNothingIsKnown(String door) {
        var told = told(door, ",\"fees\":[{\"name\":\"Lệ phí\",\"amount\":250000}]");
        for (var unknown : List.of(
                "TaiKhoanDuocXacThucVoiVNeID",
                "NoiNopHoSo",
                "DSKetNoiCSDL",
                "DuocThanhToanTrucTuyen",
                "MaDoiTuong",
                "MaDichVuCong")) {
            assertThat(told.has(unknown)).as(unknown).isFalse();
        }
        assertThat(told.at("/ThongTinNguoiNop/IdDoiTuong").isMissingNode()).isTrue();
        assertThat(told.at("/DanhSachLePhi/0/MaPhiLePhi").asString("")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void d7ClaimsNoReuseOfAPaper(String door) {
        var told = told(door, ",\"components\":[{\"name\":\"Đơn\",\"code\":\"TP1\",\"files\":[{\"name\":\"a.pdf\"}]}]");
        assertThat(told.toString()).doesNotContain("DuocTaiSuDung", "DuocLayTuKhoDMQG", "MaKetQua");
    }

    @ParameterizedTest
    @MethodSource("doors")
    void d8TellsADossierTwiceUnderOneCodeInTheSameWords(String door) {
        assertThat(told(door, "")).isEqualTo(told(door, ""));
        assertThat(told(door, "").path("MaHoSo").asString()).isEqualTo("HS-1");
    }

    private static Telling telling(String door) {
        return Objects.requireNonNull(TELLINGS.get(door));
    }

    private static ObjectNode told(String door, String more) {
        return telling(door).dossier(dossier(more), SERVED, DossierStatus.ACCEPTED);
    }

    private static OutwardDossier dossier(String more) {
        var facts = """
                {"procedure":"1.004889","channel":"ONLINE","summary":"Đề nghị","returnMethod":"DESK",
                 "applicant":{"name":"TRẦN VĂN THỬ","subjectType":"CITIZEN"}%s}""".formatted(more);
        return new OutwardDossier(
                new UUID(0, 1),
                "HS-1",
                "office",
                "1.004889",
                1L,
                "agency",
                JSON.readValue(facts, DossierFacts.class),
                RECEIVED,
                DUE,
                null,
                List.of());
    }

    private static OutwardEvent event(DossierStatus status, Verdict verdict) {
        return new OutwardEvent(2, status, verdict, RECEIVED, RECEIVED, null, null, null, null, "push");
    }
}
