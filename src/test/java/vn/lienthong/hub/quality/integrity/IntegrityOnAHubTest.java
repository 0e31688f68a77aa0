package vn.lienthong.hub.quality.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.quality.Reports;

/** What comes in and shows a known falsification is flagged for inspectors; the dossier stays as it is. */
@ExtendWith(OneHub.class)
class IntegrityOnAHubTest {

    private static final String DUE = "10/09/2018 09:15:00";

    private final RunningHub hub;
    private final HubClient operator;

    IntegrityOnAHubTest(RunningHub hub) {
        this.hub = hub;
        this.operator = hub.as("operator");
    }

    @Test
    void d1FlagsADossierThatIsFinishedWhileTheApplicantIsWaitedFor() {
        String code = code(1);
        tells(code, "WAIT_SUPPLEMENT", DUE, "\"statusAt\":\"30/08/2018 09:00:00\"");
        tells(code, "RESOLVED", DUE, "\"statusAt\":\"05/09/2018 09:00:00\"");

        assertThat(finding(code, "RESOLVED_WHILE_WAITING").path("detail").asString())
                .isEqualTo("9 at 05/09/2018 09:00:00 directly after 5 at 30/08/2018 09:00:00");
    }

    @Test
    void d2FlagsAReceptionByNobody() {
        String code = code(2);
        hub.as("school-enrolment").pushes("school-enrolment", "[" + filed(code, "", "{}") + "]");
        hub.as("school-enrolment").pushes("school-enrolment", """
                [{"MaHoSo":"%s","NguoiXuLy":"Cán bộ một cửa","ThoiDiemXuLy":"20180824081500","TrangThai":"2",
                  "NoiDungXuLy":"Tiếp nhận hồ sơ"}]""".formatted(code));

        assertThat(finding(code, "STEP_BY_NOBODY").path("rule").asString()).isEqualTo("D2");
    }

    @Test
    void d4FlagsAPaperThatIsCalledTheResult() {
        String code = code(4);
        tells(code, "RESOLVED", DUE, """
                "finishedAt":"05/09/2018 09:00:00",
                "components":[{"name":"Đơn","files":[{"name":"don.pdf","link":"https://so.example/1.pdf"}]}],
                "results":[{"name":"Kết quả","code":"KQ.4","files":[{"name":"kq.pdf","link":"https://so.example/1.pdf"}]}]""");

        assertThat(finding(code, "PAPER_AS_RESULT").path("subject").asString()).isEqualTo("KQ.4");
    }

    @Test
    void d5FlagsAFinishThatIsMovedBackToTheDueDateAndCountsByTheFirst() {
        String code = code(5);
        tells(code, "RESOLVED", DUE, "\"finishedAt\":\"20/09/2018 10:00:00\"");
        tells(code, "RESOLVED", DUE, "\"finishedAt\":\"10/09/2018 09:15:00\"");

        assertThat(finding(code, "FINISH_MOVED_BACK").path("detail").asString())
                .isEqualTo("10/09/2018 09:15:00, before 20/09/2018 10:00:00: exactly the due date");
        JsonNode dossier = operator.gets("/api/v1/dossiers/" + code).is(200).json();
        assertThat(dossier.at("/due/onTime/original").asBoolean()).isFalse();
        assertThat(dossier.at("/due/adjustments/0/line").asString()).isEqualTo("FINISHED");
    }

    @Test
    void d5FlagsADueDateThatIsMovedOnWithoutASuspensionAndCountsByTheFirst() {
        LocalDate day = LocalDate.of(2018, 8, 24);
        String code = code(6);
        tells(code, "ACCEPTED", DUE, "");
        tells(code, "ACCEPTED", "28/09/2018 09:15:00", "");
        tells(code, "IN_PROGRESS", "28/09/2018 09:15:00", "\"statusAt\":\"25/08/2018 10:00:00\"");
        assertThat(finding(code, "DUE_MOVED_ON").path("detail").asString())
                .isEqualTo("28/09/2018 09:15:00, before 10/09/2018 09:15:00, without a suspension or extension");

        String explained = code(7);
        tells(explained, "ACCEPTED", DUE, "");
        tells(explained, "WAIT_SUPPLEMENT", DUE, "\"statusAt\":\"27/08/2018 09:00:00\"");
        tells(explained, "IN_PROGRESS", "28/09/2018 09:15:00", "\"statusAt\":\"14/09/2018 09:00:00\"");
        assertThat(found(explained, "DUE_MOVED_ON")).isEmpty();

        long late = late(day);
        tells(code, "RESOLVED", "28/09/2018 09:15:00", "\"finishedAt\":\"20/09/2018 10:00:00\"");
        tells(explained, "RESOLVED", "28/09/2018 09:15:00", "\"finishedAt\":\"20/09/2018 10:00:00\"");
        assertThat(late(day)).isEqualTo(late + 1);
    }

    @Test
    void d6FlagsAFieldThatIsTheSameInEveryDossierOfASender() {
        hub.as("school-enrolment")
                .pushes(
                        "school-enrolment",
                        IntStream.rangeClosed(1, 210)
                                .mapToObj(i -> filed(
                                        "000.00.04.H52-180824-6%03d".formatted(i),
                                        "\"TaiKhoanDuocXacThucVoiVNeID\":\"0\",\"SoDienThoai\":\"09000%05d\","
                                                .formatted(i),
                                        "{}"))
                                .collect(Collectors.joining(",", "[", "]")));

        catchUp();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                operator.gets("/api/v1/integrity?rule=D6&sender=school-enrolment&open=true")
                                        .is(200)
                                        .json())
                        .anySatisfy(line -> {
                            assertThat(line.path("subject").asString()).isEqualTo("declared.eidAccount");
                            assertThat(line.path("detail").asString()).isEqualTo("always 0");
                            assertThat(line.path("times").asInt()).isGreaterThan(200);
                        })
                        .noneSatisfy(line ->
                                assertThat(line.path("subject").asString()).isEqualTo("applicant.phone")));
    }

    @Test
    void d7FlagsAReusedPaperWhoseSourceNobodyHasUntilSomebodyHas() {
        String code = code(8);
        String reused =
                "{\"MaThanhPhanHoSo\":\"TP1\",\"DuocTaiSuDung\":\"2\",\"MaKetQuaThayThe\":\"KQ.7\",\"DuongDanTaiTepTin\":\"https://so.example/8.pdf\"}";
        hub.as("school-enrolment").pushes("school-enrolment", "[" + filed(code, "", reused) + "]");
        JsonNode finding = finding(code, "REUSE_UNRESOLVED");
        assertThat(finding.path("subject").asString()).isEqualTo("TP1");
        assertThat(finding.path("detail").asString()).contains("KQ.7");

        String source = code(9);
        tells(source, "RESOLVED", DUE, """
                "finishedAt":"05/09/2018 09:00:00","results":[{"name":"Kết quả","code":"KQ.7"}]""");
        catchUp();
        hub.as("school-enrolment").pushes("school-enrolment", """
                [{"MaHoSo":"%s","NguoiXuLy":"Lê Văn Thử","ThoiDiemXuLy":"20180825081500","TrangThai":"4",
                  "NoiDungXuLy":"Xét"}]""".formatted(code));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(finding(code, "REUSE_UNRESOLVED").has("settled"))
                                .isTrue());
    }

    @Test
    void showsFindingsToStaffAlone() {
        hub.as("finance").gets("/api/v1/integrity").is(403);
    }

    private JsonNode finding(String code, String kind) {
        return await().atMost(Duration.ofSeconds(40))
                .until(() -> found(code, kind), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> found(String code, String kind) {
        catchUp();
        return operator.gets("/api/v1/integrity?dossier=%s&kind=%s".formatted(code, kind))
                .is(200)
                .json()
                .valueStream()
                .findFirst();
    }

    /** Other tests push thousands: what the watch would look at within minutes it looks at now. */
    private void catchUp() {
        var watch = hub.bean(IntegrityWatch.class);
        var before = "";
        do {
            before = place();
            watch.look();
        } while (!before.equals(place()));
    }

    private String place() {
        return hub.bean(JdbcClient.class)
                .sql("select coalesce(place, '') from hub.integrity_cursor")
                .query(String.class)
                .single();
    }

    private long late(LocalDate day) {
        var report = hub.bean(Reports.class).byAgency(day, LocalDate.of(2018, 10, 31));
        return report.total().daXuLyQuaHan();
    }

    private static String code(int number) {
        return "000.00.14.H52-180824-75%02d".formatted(number);
    }

    private void tells(String code, String status, String due, String more) {
        hub.as("finance").pushes("finance", """
                {"code":"%s","procedure":"1.004889","agency":"000.00.14.H52","status":"%s",
                 "receivedAt":"24/08/2018 09:15:00","dueAt":"%s","applicantName":"TRẦN VĂN THỬ",
                 "applicantType":"CITIZEN","applicantId":"014090000001"%s}
                """.formatted(code, status, due, more.isEmpty() ? "" : "," + more));
    }

    private static String filed(String code, String more, String paper) {
        return """
                {"MaHoSo":"%s","MaTTHC":"1.004889","KenhThucHien":"2","ChuHoSo":"NGUYỄN THỊ MẪU","LoaiDoiTuong":"1",
                 "TrichYeuHoSo":"Đăng ký","NgayTiepNhan":"20180824080000","TrangThaiHoSo":"2","HinhThuc":"0",
                 "DonViXuLy":"Sở Giáo dục và Đào tạo",%s"TaiLieuNop":[%s]}""".formatted(code, more, paper.equals("{}") ? "" : paper);
    }
}
