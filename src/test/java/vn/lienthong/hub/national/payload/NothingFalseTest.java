package vn.lienthong.hub.national.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.catalog.CatalogFixture;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Channel;
import vn.lienthong.hub.dossier.DossierFacts.ReturnMethod;
import vn.lienthong.hub.dossier.DossierFacts.SubjectType;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.dossier.Verdict;
import vn.lienthong.hub.national.NationalRules;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.time.VietnamTime;

/** The falsifications that other systems are known for (D1 to D7 of the troubles) are never written. */
class NothingFalseTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant RECEIVED = Instant.parse("2026-08-24T02:15:00Z");
    private static final Instant DUE = Instant.parse("2026-09-10T02:15:00Z");
    private static final Instant FINISHED = Instant.parse("2026-09-20T02:15:00Z");
    private static final String FACTS = """
            {"procedure":"1.004889","channel":"ONLINE","summary":"Đề nghị","returnMethod":"DESK",
             "applicant":{"name":"TRẦN VĂN THỬ","subjectType":"CITIZEN"}%s}""";

    private final NationalRules file =
            NationalRules.read(PlatformFixture.projectConfig().text("national.yaml"));
    private final CodeLists lists = CatalogFixture.ofProject().codeLists();
    private final PayloadRules rules = file.payload(lists, Clock.fixed(RECEIVED, VietnamTime.ZONE));
    private final HoSo dossiers = new HoSo(() -> rules, FileOffer.NONE);
    private final TienDo steps = new TienDo(() -> rules);
    private final Served served = new Served(
            CatalogFixture.ofProject()
                    .procedures()
                    .resolve("1.004889", java.time.LocalDate.of(2026, 8, 24))
                    .orElseThrow(),
            "Sở Nội vụ",
            "H52.14");

    static Stream<Arguments> codeLists() {
        return Stream.of(
                Arguments.of("KenhThucHien", Channel.values(), Set.of("1", "2", "3")),
                Arguments.of("NoiNopHoSo", Channel.values(), Set.of("1", "2")),
                Arguments.of("LoaiDoiTuong", SubjectType.values(), Set.of("1", "2", "3", "4")),
                Arguments.of("HinhThuc", ReturnMethod.values(), Set.of("0", "1")));
    }

    @ParameterizedTest
    @MethodSource("codeLists")
    void hasAPlaceForEveryWordInEveryCodeListAndNoOtherCodes(String list, Enum<?>[] words, Set<String> codes) {
        assertThat(file.codes().containsKey(list) ? file.codes().get(list).keySet() : lists.words(list))
                .containsAll(Arrays.stream(words).map(Enum::name).toList());
        assertThat(Arrays.stream(words).flatMap(word -> rules.code(list, word).stream()))
                .isSubsetOf(codes);
    }

    @Test
    void keepsOnlyWhatIsNoListInItsOwnFile() {
        assertThat(file.codes()).containsOnlyKeys("NoiNopHoSo");
    }

    @Test
    void speaksTheCodesOfTheCataloguesListsAndRefusesAWordTheyDoNotHave() {
        PayloadRules.CodeOf other = (list, word) -> Optional.of(list + " " + word);
        PayloadRules spoken = new PayloadRules(file.required(), file.lengths(), file.codes(), other);
        assertThat(spoken.code("LoaiDoiTuong", SubjectType.CITIZEN)).hasValue("LoaiDoiTuong CITIZEN");
        assertThatThrownBy(() -> rules.code("HinhThuc", SubjectType.CITIZEN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("HinhThuc");
    }

    @ParameterizedTest
    @EnumSource(DossierStatus.class)
    void tellsEachOfTheTenStatusesUnderItsOwnCode(DossierStatus status) {
        var code = Integer.toString(status.code());

        assertThat(step(event(status, Verdict.VALID)).path("TrangThai").asString())
                .isEqualTo(code);
        assertThat(told("", status).path("TrangThaiHoSo").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(value = DossierStatus.class, names = "RESOLVED", mode = Mode.EXCLUDE)
    void neverSaysFinishedOfWhatIsNot(DossierStatus status) {
        assertThat(step(event(status, Verdict.VALID)).path("TrangThai").asString())
                .isNotEqualTo("9");
        assertThat(told("", status).path("TrangThaiHoSo").asString()).isNotEqualTo("9");
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"AFTER_TERMINAL", "CONTRADICTION", "OLD_SNAPSHOT"})
    void refusesToWriteAStepThatHadNoEffect(Verdict verdict) {
        assertThatThrownBy(() -> step(event(DossierStatus.RESOLVED, verdict)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void inventsNoOfficerAndNoDeadlineOfAStep() {
        var step = step(event(DossierStatus.ACCEPTED, Verdict.VALID));

        assertThat(step.path("NguoiXuLy").asString()).isEqualTo("Sở Nội vụ");
        assertThat(step.path("ThoiDiemXuLy").asString()).isEqualTo("20260824091500");
        assertThat(step.path("NgayBatDau").asString()).isEmpty();
        assertThat(step.path("NgayKetThucTheoQuyDinh").asString()).isEmpty();
        assertThat(step.toString()).doesNotContain("Cán bộ một cửa", "Chuyên viên");
    }

    @Test
    void passesNoPlaceholderIdentityOn() {
        var told = "\"owner\":{\"name\":\"TRẦN VĂN THỬ\",\"subjectType\":\"CITIZEN\",\"oldId\":\"000000001\"}";

        assertThatThrownBy(() -> told("," + told, DossierStatus.ACCEPTED)).isInstanceOf(NotSendable.class);
        assertThat(told("", DossierStatus.ACCEPTED).path("DinhDanhCHS").size()).isZero();
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        var facts = FACTS.formatted(",\"owner\":{\"name\":\"TRẦN VĂN THỬ\",\"oldId\":\"000000001\"}")
                .replace(",\"returnMethod\":\"DESK\"", "")
                .replace(",\"subjectType\":\"CITIZEN\"", "");
        var missing = List.of("SoDinhDanh", "LoaiDoiTuong", "HinhThuc");

        assertThatThrownBy(() -> dossiers.of(dossier(facts), served, DossierStatus.ACCEPTED))
                .isInstanceOfSatisfying(
                        NotSendable.class, held -> assertThat(held.fields()).isEqualTo(missing));
        assertThat(dossiers.lacking(dossier(facts), served, null))
                .containsExactly("SoDinhDanh", "LoaiDoiTuong", "TrangThaiHoSo", "HinhThuc");
    }

    @Test
    void sendsNoSubmittedPaperAsTheResult() {
        var hash = "a".repeat(64);
        var told = told("""
                ,"components":[{"name":"Đơn","files":[{"name":"don.pdf","sha256":"%s"}]}],
                "results":[{"name":"Kết quả","code":"KQ.G15.000031","files":[{"name":"kq.pdf","sha256":"%s"}]},
                           {"name":"Không mã","files":[{"name":"khac.pdf","sha256":"%s"}]}]""".formatted(hash, hash, "b".repeat(64)), DossierStatus.RESOLVED);

        assertThat(told.path("DanhSachGiayToKetQua").size()).isZero();
        assertThat(told.path("TaiLieuNop").size()).isEqualTo(1);
    }

    @Test
    void tellsWhenTheWorkEndedAndNotWhenItWasDue() {
        var told = told(",\"finishedAt\":\"2026-09-20T09:15:00+07:00\"", DossierStatus.RESOLVED);

        assertThat(told.path("NgayKetThucXuLy").asString()).isEqualTo(NationalTime.text(FINISHED));
        assertThat(told.path("NgayHenTra").asString()).isEqualTo(NationalTime.text(DUE));
        assertThat(told("", DossierStatus.RESOLVED).path("NgayKetThucXuLy").asString())
                .isEmpty();
    }

    @Test
    void writesNoConstantWhereNothingIsKnown() {
        var told = told(",\"fees\":[{\"name\":\"Lệ phí\",\"amount\":250000}]", DossierStatus.ACCEPTED);

        for (var unknown : List.of(
                "TaiKhoanDuocXacThucVoiVNeID", "NoiNopHoSo", "DSKetNoiCSDL", "DuocThanhToanTrucTuyen", "MaDoiTuong")) {
            assertThat(told.has(unknown)).as(unknown).isFalse();
        }
        assertThat(told.at("/DanhSachLePhi/0/MaPhiLePhi").asString()).isEmpty();
        assertThat(told.at("/DanhSachLePhi/0").has("HinhThucThu")).isFalse();
    }

    @Test
    void claimsNoReuseOfAPaper() {
        var told = told(
                ",\"components\":[{\"name\":\"Đơn\",\"code\":\"TP1\",\"files\":[{\"name\":\"a.pdf\"}]}]",
                DossierStatus.ACCEPTED);

        assertThat(told.at("/TaiLieuNop/0").has("DuocTaiSuDung")).isFalse();
        assertThat(told.at("/TaiLieuNop/0").has("DuocLayTuKhoDMQG")).isFalse();
    }

    @Test
    void writesEveryValueAsText() {
        var told = told(",\"fees\":[{\"name\":\"Lệ phí\",\"amount\":250000,\"paid\":true}]", DossierStatus.ACCEPTED);

        assertThat(leaves(told)).allMatch(JsonNode::isString);
    }

    @Test
    void cutsASummaryWhereTheReferenceSays() {
        var long1001 = "ắ".repeat(1001);
        var told =
                dossiers.of(dossier(FACTS.formatted("").replace("Đề nghị", long1001)), served, DossierStatus.ACCEPTED);

        assertThat(told.path("TrichYeuHoSo").asString()).isEqualTo("ắ".repeat(995) + "...");
    }

    private static Stream<JsonNode> leaves(JsonNode node) {
        return node.isContainer() ? node.valueStream().flatMap(NothingFalseTest::leaves) : Stream.of(node);
    }

    private ObjectNode step(OutwardEvent event) {
        return steps.of("HS-1", event, "Sở Nội vụ");
    }

    private ObjectNode told(String more, DossierStatus status) {
        return dossiers.of(dossier(FACTS.formatted(more)), served, status);
    }

    private static OutwardDossier dossier(String facts) {
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
        @Nullable String nobody = null;
        return new OutwardEvent(2, status, verdict, RECEIVED, RECEIVED, nobody, null, null, null, "push");
    }
}
