package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** Failed records, one and many, as an operator reads them, tries them and sends them again from the console. */
@ExtendWith(OneHub.class)
class ReplayPagesTest {

    private static final String CODE = "000.00.15.H52-260824-7460";
    private static final String CAUSE = "unmapped-code ThongTinQuyTrinh.MaQuyTrinh QT-97";
    private static final String RESENDS = "/console/resends";

    private final RunningHub hub;
    private String failure = "";

    ReplayPagesTest(RunningHub hub) {
        this.hub = hub;
    }

    @BeforeEach
    void parkOne() {
        JsonNode outcome = hub.as(LandSystem.ID)
                .pushes(LandSystem.ID, LandSystem.accepted(CODE).replace("QT-01", "QT-97"));
        String receipt = outcome.path("receipt").asString();
        failure = "?receipt=" + URLEncoder.encode(receipt, StandardCharsets.UTF_8) + "&no=1";
    }

    @Test
    void showsOneFailedRecordMaskedWithItsReasonAndWhatItWouldBeToday() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        HttpResponse<String> page = visitor.opens("/console/failures/one" + failure);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("QT-97")
                .contains("Nếu đọc lại bây giờ")
                .contains("Vẫn như cũ")
                .doesNotContain("014090000001", "TRẦN VĂN THỬ", "thu@mau.example");
    }

    @Test
    void revealsWhatWasSentWithAReasonOnly() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        String page = "/console/failures/one" + failure;
        assertThat(visitor.submits(page, "/console/failures/reveal" + failure, Map.of("reason", " "))
                        .body())
                .contains("Give a reason")
                .doesNotContain("014090000001");
        assertThat(visitor.submits(page, "/console/failures/reveal" + failure, Map.of("reason", "the office asks"))
                        .body())
                .contains("014090000001");
        assertThat(audited("failure.reveal")).anyMatch(entry -> entry.contains("the office asks"));
    }

    @Test
    void readsOneRecordAgainWithAReason() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        HttpResponse<String> done = visitor.submits(
                "/console/failures/one" + failure,
                "/console/failures/replay" + failure,
                Map.of("reason", "table was mended"));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(ConsoleVisitor.location(done))
                .startsWith("/console/failures/one?")
                .endsWith("done=1");
        assertThat(audited("failure.replay")).anyMatch(entry -> entry.contains("table was mended"));
    }

    @Test
    void saysOfARecordThatGotInByWhomAndWhenInsteadOfNotFound() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        visitor.submits(
                "/console/failures/one" + failure,
                "/console/failures/replay" + failure,
                Map.of("reason", "asked the land office"));
        JdbcClient db = hub.bean(JdbcClient.class);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        visitor.opens("/console/failures/one" + failure).body().contains("Nếu đọc lại bây giờ"));
        db.sql("""
                        update hub.records set state = 'REGISTERED', code = :code, cause = null, reasons = null
                         where receipt = (select receipt from hub.records where state = 'PARKED' and cause like '%QT-97'
                                          order by accepted_at desc limit 1)
                        """).param("code", CODE).update();
        assertThat(visitor.opens("/console/failures/one" + failure).body())
                .contains("Bản ghi đã được xử lý", "Vào sổ", "operator", "asked the land office")
                .contains("/console/dossiers/one?code=" + CODE)
                .doesNotContain("role=\"alert\"");
        assertThat(visitor.opens("/console/failures/one?receipt=none&no=1").body())
                .contains("role=\"alert\"");
    }

    @Test
    void showsWhatReadingAllAgainCameToAndTheIssueThatTheyAreIn() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        String key = hub.as("operator")
                .gets("/api/v1/issues")
                .json()
                .path("issues")
                .valueStream()
                .filter(issue -> issue.path("cause").asString().equals(CAUSE))
                .map(issue -> issue.path("key").asString())
                .findFirst()
                .orElseThrow();
        String issue = "/console/issues/one?key=" + key;
        assertThat(visitor.opens(issue).body())
                .contains(">" + CODE + "</a>", "T*** V** T**")
                .doesNotContain("TRẦN VĂN THỬ");
        visitor.submits(issue, "/console/issues/say?key=" + key, Map.of("state", "IN_PROGRESS", "note", "asked"));
        assertThat(visitor.opens(issue).body()).contains("<option value=\"IN_PROGRESS\" selected=\"selected\">");
        HttpResponse<String> sent = visitor.submits(
                issue,
                "/console/issues/replay?key=" + key,
                Map.of("sender", LandSystem.ID, "state", "PARKED", "cause", CAUSE, "reason", "try all"));
        String page = ConsoleVisitor.location(sent);
        assertThat(page).startsWith("/console/issues/replayed?");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> visitor.opens(page).body().contains("Đã đọc lại xong; còn bản ghi chưa vào được"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> visitor.opens(page).body().contains(issue));
        assertThat(visitor.opens(page).body())
                .contains("data-area=\"dossiers issues national\"", "(vẫn nguyên nhân cũ)");
        assertThat(visitor.opens("/console/issues/replayed?batch=0f9a1c52-0000-4000-8000-000000000000")
                        .body())
                .contains("role=\"alert\"");
    }

    @Test
    void takesAPlanFromTheDryRunOverTheApprovalToAReportForASpreadsheet() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        HttpResponse<String> proposed = visitor.submits(
                RESENDS,
                RESENDS + "/propose",
                Map.of(
                        "work",
                        "RENORMALISE",
                        "sender",
                        LandSystem.ID,
                        "cause",
                        CAUSE,
                        "perSecond",
                        "50",
                        "reason",
                        "=after the fix"));
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(303);
        String page = ConsoleVisitor.location(proposed);
        assertThat(page).startsWith(RESENDS + "/one?id=");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> visitor.opens(page).body().contains("Chờ duyệt"));
        assertThat(visitor.opens(page).body()).contains("Sẽ không được").contains("/console/resends/approve?id=");

        String id = page.replaceAll(".*id=([0-9a-f-]+).*", "$1");
        visitor.submits(page, RESENDS + "/approve?id=" + id, Map.of("reason", "try it"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> visitor.opens(page).body().contains("Đã xong"));
        assertThat(visitor.opens(page + "&outcome=FAILED").body())
                .contains("/console/failures/one" + failure.replace("&", "&amp;"));
        assertThat(visitor.opens(RESENDS).body()).contains("=after the fix").contains("id=" + id);

        HttpResponse<String> file = visitor.opens(RESENDS + "/items.csv?id=" + id);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("resend-" + id + ".csv");
        assertThat(file.body())
                .startsWith(CsvText.MARK + "no,code,receipt,record,forecast")
                .contains(",1,WILL_FAIL")
                .contains("FAILED");
        assertThat(visitor.submits(page, RESENDS + "/pause?id=" + id, Map.of("reason", "too late"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void saysWhichFieldOfAProposalIsWrong() {
        var visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        assertThat(visitor.submits(RESENDS, RESENDS + "/propose", Map.of("reason", "nothing chosen"))
                        .body())
                .contains("Say which dossiers");
        assertThat(visitor.submits(
                                RESENDS,
                                RESENDS + "/propose",
                                Map.of("sender", "land", "windowFrom", "22:00", "reason", "half a window"))
                        .body())
                .contains("Give both ends of the window");
        assertThat(visitor.submits(
                                RESENDS,
                                RESENDS + "/propose",
                                Map.of("sender", "land", "from", "yesterday", "reason", "no date"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.opens(RESENDS + "/one?id=none").body()).contains("role=\"alert\"");
        assertThat(visitor.opens(RESENDS + "/items.csv?id=none").statusCode()).isEqualTo(400);
    }

    @Test
    void letsCellsBeTextToASpreadsheet() {
        assertThat(CsvText.lines(
                        List.of(Map.of("code", "=1+1", "cause", "a, \"b\"", "change", -3)),
                        List.of("code", "cause", "change", "none")))
                .isEqualTo("'=1+1,\"a, \"\"b\"\"\",-3,\r\n");
    }

    private List<String> audited(String action) {
        return hub.bean(JdbcClient.class)
                .sql("select details from hub.audit where action = :action")
                .param("action", action)
                .query(String.class)
                .list();
    }
}
