package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.lienthong.hub.AdministeredHub;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.infra.BesideOthers;

/** What changes the configuration from the console, without JavaScript: a code mended by two people, an import. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class ConfigurationPagesTest {

    private static final Pattern ISSUE = Pattern.compile("/console/issues/one\\?key=[0-9a-f]+");
    private static final Pattern PROPOSAL = Pattern.compile("/console/meanings/one\\?id=\\d+");
    private static final Pattern BASE = Pattern.compile("name=\"base\" value=\"(\\d+)\"");
    private static final String IMPORTS = "/console/catalogue/imports";
    private static final String CAUSE = "unmapped-code ThongTinQuyTrinh.MaQuyTrinh QT-61";

    private final AdministeredHub administered = AdministeredHub.start();

    @AfterAll
    void stop() {
        administered.close();
    }

    @Test
    void mendsAnUnmappedCodeFromItsIssueByTwoPeople() {
        administered.hub().as(LandSystem.ID).pushes(LandSystem.ID, record("7801"));
        var operator = ConsoleVisitor.withKeyOf(administered.hub(), "operator");
        String issue = first(ISSUE, operator.opens("/console/issues").body());
        assertThat(operator.opens(issue).body())
                .contains("Bổ sung bảng mã", "Nghĩa là (thủ tục)")
                .contains("value=\"QT-61\"");
        assertThat(shown(operator)).contains("Chưa ai nhận");
        HttpResponse<String> sent = operator.submits(
                issue,
                "/console/meanings?key=" + issue.replaceFirst(".*key=", ""),
                Map.of(
                        "sender",
                        "land",
                        "cause",
                        CAUSE,
                        "code",
                        "QT-61",
                        "meaning",
                        "1.005129",
                        "reason",
                        "asked the land office"));
        assertThat(operator.opens(issue).body()).contains("trước khi được duyệt, đọc lại vẫn cho kết quả như cũ");
        String proposal = first(PROPOSAL, operator.opens(issue).body());
        assertThat(operator.opens(ConsoleVisitor.location(sent)).body())
                .contains(
                        "Đã gửi đề xuất QT-61 → 1.005129.",
                        "vai trò Phê duyệt hoặc Quản trị",
                        "không bản ghi nào được đọc lại",
                        "href=\"" + proposal + "\">Mở đề xuất")
                .doesNotContain("Đã làm xong");
        assertThat(shown(operator)).contains("status-orange", proposal, "Chờ người khác duyệt");
        assertThat(shown(operator)).doesNotContain("status-red", "Chưa ai nhận", "class=\"act\"");
        assertThat(operator.opens(proposal).body())
                .contains("Bạn là người đề xuất", "họ thấy đề xuất này trên Tổng quan", "Chưa đọc lại vội")
                .doesNotContain("/console/meanings/approve");

        assertThat(operator.opens("/console").body()).doesNotContain("Chờ bạn duyệt");
        var approver = comes("lan", "APPROVER");
        assertThat(shown(approver)).contains("class=\"act\"", "status-red", proposal, "Chờ bạn duyệt");
        assertThat(approver.opens("/console").body())
                .contains("Chờ bạn duyệt", "1 đề xuất bảng mã", "/console/meanings?state=PROPOSED");
        String seen = approver.opens(proposal).body();
        assertThat(seen)
                .contains("config/departments/land.yaml", "QT-61: &quot;1.005129&quot;")
                .containsPattern("Bản ghi đang chờ</dt><dd><strong>1</strong>");
        Matcher base = BASE.matcher(seen);
        assertThat(base.find()).isTrue();
        HttpResponse<String> approved = approver.submits(
                proposal,
                proposal.replace("/one", "/approve"),
                Map.of("base", base.group(1), "reason", "as the office wrote"));
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(303);
        assertThat(approver.opens(proposal).body()).contains("Đã áp dụng").contains("as the office wrote");
        assertThat(approver.opens("/console").body()).doesNotContain("Chờ bạn duyệt");
        assertThat(operator.opens(proposal).body()).doesNotContain("Chưa đọc lại vội");
        assertThat(shown(operator)).contains("status-orange", issue + "#issue-replay", "Đã duyệt: đọc lại ngay");
        assertThat(operator.opens("/console").body())
                .contains("href=\"" + issue + "#issue-replay\">1 sự cố đã duyệt: đọc lại ngay");
        assertThat(operator.opens(issue).body())
                .contains("Mã QT-61 đã được bổ sung", "Đọc lại 1 bản ghi", "đã bổ sung mã QT-61")
                .doesNotContain("meaning-reason", "đọc lại vẫn cho kết quả như cũ");

        HttpResponse<String> read = operator.submits(
                issue,
                issue.replace("/one", "/replay"),
                Map.of("sender", "land", "state", "PARKED", "cause", CAUSE, "reason", "mapped"));
        String result = ConsoleVisitor.location(read);
        assertThat(result).startsWith("/console/issues/replayed?batch=");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> operator.opens(result).body().contains("Tất cả đã vào sổ"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> operator.opens(issue).body().contains("Không còn gì hỏng vì nguyên nhân này"));
        assertThat(operator.opens(issue).body()).contains("Đang sửa", "mapped");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> administered
                                .hub()
                                .as("operator")
                                .gets("/api/v1/dossiers?code=000.00.15.H52-260824-7801")
                                .status()
                        == 200);
        assertThat(operator.opens("/console/meanings?state=APPROVED").body()).contains("QT-61");
    }

    @Test
    void offersEachStatusOnceWithWhereItsMomentStands() {
        administered
                .hub()
                .as(LandSystem.ID)
                .pushes(
                        LandSystem.ID,
                        record("7802").replace("QT-61", "QT-01").replaceFirst("\\{", "{\"TenSuKien\":\"TraLaiLan2\","));
        var operator = ConsoleVisitor.withKeyOf(administered.hub(), "operator");
        String issue = administered
                .hub()
                .as("operator")
                .gets("/api/v1/issues")
                .json()
                .path("issues")
                .valueStream()
                .filter(one -> one.path("cause").asString().endsWith("TraLaiLan2"))
                .map(one -> "/console/issues/one?key=" + one.path("key").asString())
                .findFirst()
                .orElseThrow();
        assertThat(operator.opens(issue).body())
                .contains(
                        "<option value=\"=TiepNhanHoSo\">Được tiếp nhận (như mã TiepNhanHoSo, thời điểm ở NgayTiepNhan)")
                .contains("<option value=\"STOPPED\">Dừng xử lý")
                .doesNotContain("<option value=\"ACCEPTED\"");
    }

    /** It is good on the machine itself only, and a page is asked for from anywhere. */
    @Test
    void letsInNobodyByTheTokenOfTheMachine() {
        String token = administered.administrator().key();
        assertThat(administered.administrator().gets("/api/v1/me").status()).isEqualTo(200);
        var visitor = new ConsoleVisitor(administered.hub());
        assertThat(visitor.submits("/console/log-in", "/console/log-in/key", Map.of("key", token))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void triesAnImportAndAppliesTheSameWordsWithAReason() {
        var administrator = comes("minh", "ADMINISTRATOR");
        Map<String, String> broken =
                Map.of("kind", "AGENCIES", "format", "CSV", "name", "so-moi.csv", "file", "nothing;of;this\n1;2;3");
        assertThat(administrator.submits(IMPORTS, IMPORTS, broken).body())
                .contains("Không có cột nothing.")
                .doesNotContain("/imports/apply");
        Map<String, String> good = new HashMap<>(Map.of("kind", "AGENCIES", "format", "YAML", "name", "so-moi.yaml"));
        good.put("file", """
                agencies:
                  - id: son-la.so-thu-nghiem
                    kind: DEPARTMENT
                    versions:
                      - {code: H52.99, name: "Sở Thử nghiệm", from: 2026-01-01}
                """);
        String report = administrator.submits(IMPORTS, IMPORTS, good).body();
        assertThat(report).contains("Áp dụng đúng nội dung vừa chạy thử").contains("so-thu-nghiem");
        assertThat(administrator.opens("/console/catalogue?q=thu%20nghiem").body())
                .doesNotContain("Sở Thử nghiệm");
        good.put("reason", "decision 12 of the province");
        HttpResponse<String> applied = administrator.submits(IMPORTS, IMPORTS + "/apply", good);
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(303);
        assertThat(administrator.opens("/console/catalogue?q=thu%20nghiem").body())
                .contains("Sở Thử nghiệm");
    }

    @Test
    void takesAFileAndAppliesTheVeryBytesThatWereTried() {
        var administrator = comes("nga", "ADMINISTRATOR");
        String file = """
                agencies:
                  - id: son-la.so-tai-len
                    kind: DEPARTMENT
                    versions:
                      - {code: H52.98, name: "Sở Tải lên", from: 2026-01-01}
                """;
        Map<String, String> form = Map.of("kind", "AGENCIES", "format", "CSV", "name", "", "file", "");
        String report = administrator
                .uploads(IMPORTS, IMPORTS, form, "so moi.yaml", file.getBytes(StandardCharsets.UTF_8))
                .body();
        assertThat(report).contains("Áp dụng đúng nội dung vừa chạy thử", "so-tai-len", "so moi.yaml", "tới 1 MB");
        Map<String, String> tried = new HashMap<>(Map.of("kind", "AGENCIES", "reason", "decision 13"));
        for (String field : List.of("format", "name", "upload")) {
            tried.put(field, value(field, report.substring(report.indexOf("/imports/apply"))));
        }
        HttpResponse<String> applied = administrator.uploads(IMPORTS, IMPORTS + "/apply", tried, "", new byte[0]);
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(303);
        assertThat(administrator.opens("/console/catalogue?q=tai%20len").body()).contains("Sở Tải lên");
    }

    @Test
    void saysOfAFileWhatIsWrongWithItsEncodingOrItsSizeAndTakesNoneFromAnotherSite() {
        var administrator = comes("tam", "ADMINISTRATOR");
        Map<String, String> form = Map.of("kind", "AGENCIES", "format", "CSV", "name", "", "file", "");
        assertThat(administrator
                        .uploads(
                                IMPORTS,
                                IMPORTS,
                                form,
                                "so.csv",
                                "id;name\nmot;Mot\nhai;Sô\n".getBytes(StandardCharsets.ISO_8859_1))
                        .body())
                .contains("Tệp không phải UTF-8: dòng 3", "CSV UTF-8")
                .doesNotContain("/imports/apply");
        assertThat(administrator
                        .uploads(IMPORTS, IMPORTS, form, "so.csv", new byte[UploadForm.LARGEST + 1])
                        .body())
                .contains("Tệp lớn hơn 1 MB")
                .doesNotContain("/imports/apply");
        HttpResponse<String> huge =
                administrator.uploads(IMPORTS, IMPORTS, form, "so.csv", new byte[2 * UploadForm.LARGEST]);
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(huge.body()).contains("urn:", "too-large");
        assertThat(administrator
                        .uploadsFromAnotherSite(IMPORTS, form, "so.csv", new byte[10])
                        .statusCode())
                .isEqualTo(403);
    }

    private static String value(String field, String page) {
        Matcher found =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(field).isTrue();
        return found.group(1);
    }

    @Test
    void showsAdministratorsWhichKeysOpenTheDoorToADepartment() {
        var administrator = comes("hoa", "ADMINISTRATOR");
        assertThat(administrator.opens("/console/departments/one?sender=land").body())
                .contains("Không hết hạn");
        assertThat(administrator.opens("/console/departments").body()).contains("1 khóa, không hết hạn");
    }

    /** Its line in the list of issues. */
    private static String shown(ConsoleVisitor visitor) {
        String list =
                visitor.opens("/console/issues?kind=PARKED&neighbour=land").body();
        int at = list.indexOf("QT-61</a>");
        assertThat(at).as(list).isPositive();
        return list.substring(list.lastIndexOf("<tr", at), list.indexOf("</tr>", at));
    }

    /** With a key of one's own. */
    private ConsoleVisitor comes(String name, String role) {
        String key = administered
                .administrator()
                .posts("/api/v1/keys", "{\"principal\":\"%s\",\"role\":\"%s\"}".formatted(name, role))
                .is(201)
                .json()
                .path("key")
                .asString();
        var visitor = new ConsoleVisitor(administered.hub());
        visitor.submits("/console/log-in", "/console/log-in/key", Map.of("key", key));
        return visitor;
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group();
    }

    private static String record(String serial) {
        return LandSystem.accepted("000.00.15.H52-260824-" + serial).replace("QT-01", "QT-61");
    }
}
