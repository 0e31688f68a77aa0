package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.platform.time.VietnamTime;

/** The audit as people read it, check it and take it away. */
@ExtendWith(OneHub.class)
class AuditPagesTest {

    private static final String CODE = "000.00.15.H52-260824-7485";
    private static final String PAGE = "/console/audit";
    private static final String API = "/api/v1/audit/entries";

    private final RunningHub hub;
    private final HubClient operator;

    AuditPagesTest(RunningHub hub) {
        this.hub = hub;
        this.operator = hub.as("operator");
    }

    @BeforeEach
    void lookAtADossier() {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
        operator.gets("/api/v1/dossiers/" + CODE).is(200);
        operator.gets("/api/v1/dossiers/" + CODE + "?reveal=true&reason=doi-chieu")
                .is(200);
    }

    @Test
    void tellsByWhomAndByTheBeginningOfTheActAndByDossierNewestFirst() {
        JsonNode found = operator.gets(API + "?actor=operator&action=dossier.&object=" + CODE)
                .is(200)
                .json()
                .path("entries");
        assertThat(acts(found).subList(0, 2)).containsExactly("dossier.reveal", "dossier.view");
        assertThat(found.get(0).path("details").path("reason").asString()).isEqualTo("doi-chieu");
        assertThat(operator.gets(API + "?actor=nobody").is(200).json().path("entries"))
                .isEmpty();
        assertThat(operator.gets(API + "?action=dossier.v&object=" + CODE)
                        .is(200)
                        .text())
                .doesNotContain("dossier.reveal");
        assertThat(acts(operator.gets(API).is(200).json().path("entries"))).startsWith("audit.read");
    }

    @Test
    void goesOnWhereThePageEndedAndLosesNothingBetween() {
        JsonNode whole =
                operator.gets(API + "?object=" + CODE + "&limit=3").is(200).json();
        JsonNode first =
                operator.gets(API + "?object=" + CODE + "&limit=1").is(200).json();
        JsonNode second = operator.gets(API + "?object=" + CODE + "&limit=1&before="
                        + first.path("next").asLong())
                .is(200)
                .json();
        assertThat(first.path("entries").get(0).path("id"))
                .isEqualTo(whole.path("entries").get(0).path("id"));
        assertThat(second.path("entries").get(0).path("id"))
                .isEqualTo(whole.path("entries").get(1).path("id"));
        assertThat(operator.gets(API + "?object=" + CODE + "&limit=500")
                        .is(200)
                        .json()
                        .path("next")
                        .isNumber())
                .isFalse();
    }

    @Test
    void keepsToTheDaysThatAreAskedFor() {
        assertThat(operator.gets(API + "?until=2020-01-01T00:00:00Z")
                        .is(200)
                        .json()
                        .path("entries"))
                .isEmpty();
        assertThat(operator.gets(API + "?from=2999-01-01T00:00:00Z")
                        .is(200)
                        .json()
                        .path("entries"))
                .isEmpty();
        String today = LocalDate.now(VietnamTime.ZONE).toString();
        assertThat(visitor().opens(PAGE + "?from=" + today + "&until=" + today).body())
                .contains("dossier.view");
        operator.gets(API + "?from=yesterday").is(400);
        assertThat(visitor().opens(PAGE + "?from=yesterday").body()).contains("role=\"alert\"");
        hub.as(LandSystem.ID).gets(API).is(403);
        hub.anonymous().gets(API).is(401);
    }

    @Test
    void showsEachActInWordsWithItsDetailsAndNoJson() {
        HttpResponse<String> page = visitor().opens(PAGE + "?object=" + CODE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Xem dữ liệu cá nhân của hồ sơ", "Lý do", "doi-chieu", "Hệ đăng nhập có sổ riêng")
                .contains("/console/audit/entries.csv?object=" + CODE)
                .doesNotContain("&quot;reason&quot;");
    }

    @Test
    void saysWhetherTheWholeChainIsWhatWasWritten() {
        assertThat(visitor().submits(PAGE, PAGE + "/verify", Map.of()).body())
                .containsPattern("Nguyên vẹn: cả [0-9.]+ dòng");
    }

    @Test
    void handsOutADayForAStrangerAndTheListForASpreadsheet() {
        String today = LocalDate.now(VietnamTime.ZONE).toString();
        HttpResponse<String> day = visitor().opens(PAGE + "/day?day=" + today);
        assertThat(day.statusCode()).isEqualTo(200);
        assertThat(day.headers().firstValue("Content-Disposition").orElse("")).contains("audit-" + today + ".ndjson");
        assertThat(day.body()).contains("\"previousHash\"").contains(CODE);
        assertThat(visitor().opens(PAGE + "/day?day=today").statusCode()).isEqualTo(400);

        HttpResponse<String> file = visitor().opens(PAGE + "/entries.csv?object=" + CODE);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.body())
                .startsWith(CsvText.MARK + "id,at,actor,role,action,object,details")
                .contains("operator,OPERATOR,dossier.reveal," + CODE)
                .contains("reason: doi-chieu");
    }

    private ConsoleVisitor visitor() {
        return ConsoleVisitor.withKeyOf(hub, "operator");
    }

    private static List<String> acts(JsonNode entries) {
        return entries.valueStream()
                .map(entry -> entry.path("action").asString())
                .toList();
    }
}
