package vn.lienthong.hub.notify.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.access.DossierPasses;

@ExtendWith(OneHub.class)
class SlipsEndpointTest {

    private static final String CODE = "000.00.15.H52-260824-6801";
    private static final String SLIPS = "/api/v1/dossiers/" + CODE + "/slips";

    private final RunningHub hub;

    SlipsEndpointTest(RunningHub hub) {
        this.hub = hub;
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
    }

    @Test
    void saysWhichFormsCanBeIssuedAndWhyTheOthersCannot() {
        var slips = hub.as("operator").gets(SLIPS).is(200).json().path("slips");

        assertThat(slips.size()).isEqualTo(7);
        assertThat(slips.get(0).path("ready").asBoolean()).isTrue();
        assertThat(slips.get(2).path("whyNot").path("rule").asString()).isEqualTo("slip-not-refused");
        assertThat(slips.get(2).path("whyNot").path("sentence").asString()).startsWith("Hồ sơ không bị từ chối");
    }

    @Test
    void printsForOperatorsAndTheDossiersOwnSender() {
        HubClient.Answer pdf = hub.as("operator").gets(SLIPS + "/01").is(200);
        assertThat(pdf.text()).startsWith("%PDF-");
        assertThat(pdf.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(hub.as(LandSystem.ID).gets(SLIPS + "/01?format=html").is(200).text())
                .contains("GIẤY TIẾP NHẬN HỒ SƠ", "TRẦN VĂN THỬ");
        hub.as("operator")
                .gets("/api/v1/dossiers/slips/06?format=html&code=" + CODE)
                .is(200);
    }

    @Test
    void printsForNobodyElse() {
        hub.anonymous().gets(SLIPS + "/01").is(401);
        hub.as("health").gets(SLIPS + "/01").is(404);
        hub.as("national-portal").gets(SLIPS + "/01").is(403);
        hub.as("unified-portal").gets(SLIPS + "/01").is(403);
    }

    @Test
    void refusesAFormBeforeItsTimeWithAClearProblem() {
        HubClient.Answer refused = hub.as("operator").gets(SLIPS + "/05").is(409);

        assertThat(refused.problem()).isEqualTo("slip-not-ready");
        assertThat(refused.text()).contains("slip-not-stopped");
        assertThat(hub.as("operator").gets(SLIPS + "/08").is(404).problem()).isEqualTo("unknown-slip");
    }

    @Test
    void extendsOnceByAnOfficersWords() {
        String words = """
                {"reason":"Cơ quan phối hợp chưa có ý kiến.","newDueAt":"2026-09-21T09:15:00+07:00"}""";
        assertThat(hub.as("operator").posts(SLIPS + "/01", words).is(400).problem())
                .isEqualTo("bad-slip-entry");
        hub.as("operator").posts(SLIPS + "/04", words).is(201);
        assertThat(hub.as("operator").gets(SLIPS + "/04?format=html").is(200).text())
                .contains("09 giờ 15 phút, ngày 21 tháng 09 năm 2026");
        assertThat(hub.as("operator").posts(SLIPS + "/04", words).is(409).text())
                .contains("slip-too-many-extensions");

        var due = hub.as("operator")
                .gets("/api/v1/dossiers/" + CODE)
                .is(200)
                .json()
                .path("due");
        assertThat(due.path("original").asString()).isEqualTo("2026-09-14T09:15:00+07:00");
        assertThat(due.path("current").asString()).isEqualTo("2026-09-21T09:15:00+07:00");
        var moved = due.path("adjustments").get(0);
        assertThat(moved.path("line").asString()).isEqualTo("EXTENDED");
        assertThat(moved.path("reason").asString()).isEqualTo("APOLOGY");
        assertThat(moved.path("form").asString()).isEqualTo("04");
        assertThat(moved.path("by").asString()).isEqualTo("operator");
        assertThat(hub.as("operator").gets(SLIPS + "/04?format=html").is(200).text())
                .as("what it apologises for")
                .contains("<b>09 giờ 15 phút, ngày 14 tháng 09 năm 2026</b>");
        assertThat(hub.as(LandSystem.ID).posts(SLIPS + "/04", words).status()).isEqualTo(403);
    }

    @Test
    void promisesNoDateThatIsNotLater() {
        String earlier = """
                {"reason":"Cơ quan phối hợp chưa có ý kiến.","newDueAt":"2026-09-01T09:15:00+07:00"}""";
        assertThat(hub.as("operator").posts(SLIPS + "/04", earlier).is(409).text())
                .containsAnyOf("slip-needs-new-due-date", "slip-too-many-extensions");
    }

    @Test
    void printsTheRegisterBookOfAPeriod() {
        HubClient.Answer pdf =
                hub.as("operator").gets(book("2026-08-01", "2026-08-31", "pdf")).is(200);
        assertThat(pdf.text()).startsWith("%PDF-");
        assertThat(hub.as("operator")
                        .gets(book("2026-08-24", "2026-08-24", "html"))
                        .is(200)
                        .text())
                .contains("SỔ THEO DÕI HỒ SƠ", CODE, "09:15 24/08/2026");
        assertThat(hub.as("operator")
                        .gets(book("2026-08-25", "2026-08-31", "html"))
                        .is(200)
                        .text())
                .doesNotContain(CODE)
                .contains("Không có hồ sơ nào được tiếp nhận trong kỳ");
    }

    @Test
    void printsNoRegisterBookOfAPeriodOrAgencyThatIsNone() {
        for (String wrong : new String[] {
            book("2026-08-31", "2026-08-01", "pdf"),
            book("2026-08-01", "2099-01-01", "pdf"),
            book("2024-01-01", "2025-12-31", "pdf")
        }) {
            assertThat(hub.as("operator").gets(wrong).is(409).text()).contains("slip-bad-period");
        }
        hub.as("operator").gets(book("yesterday", "2026-08-31", "pdf")).is(400);
        String nobody = book("2026-08-01", "2026-08-31", "pdf").replace("000.00.15.H52", "nobody");
        assertThat(hub.as("operator").gets(nobody).is(404).problem()).isEqualTo("unknown-agency");
        hub.as(LandSystem.ID).gets(book("2026-08-01", "2026-08-31", "pdf")).is(403);
        hub.anonymous().gets(book("2026-08-01", "2026-08-31", "pdf")).is(401);
    }

    private static String book(String from, String to, String format) {
        return "/api/v1/slips/07?agency=000.00.15.H52&from=" + from + "&to=" + to + "&format=" + format;
    }

    @Test
    void opensToACitizenWithAPassAndSaysTheSameOfEverythingElse() {
        String pass = hub.bean(DossierPasses.class).issue(CODE, Duration.ofMinutes(5));
        String foreign = hub.bean(DossierPasses.class).issue("nobody", Duration.ofMinutes(5));

        assertThat(citizen(pass + "/01").is(200).text()).startsWith("%PDF");
        String nothing = citizen("x.1.2/01").is(404).json().path("detail").asString();
        for (String wrong : new String[] {pass + "/03", pass + "/06", pass + "/99", foreign + "/01"}) {
            assertThat(citizen(wrong).is(404).json().path("detail").asString()).isEqualTo(nothing);
        }
    }

    private HubClient.Answer citizen(String path) {
        return hub.anonymous().gets("/tra-cuu/phieu/" + path);
    }
}
