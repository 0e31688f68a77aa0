package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** Catalogue and reports as a browser without JavaScript sees them. */
@ExtendWith(OneHub.class)
class CataloguePagesTest {

    private final RunningHub hub;

    CataloguePagesTest(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void findsAgenciesAndProceduresOfADayByWordsWithoutMarks() {
        String agencies = operator().opens("/console/catalogue?q=nong%20nghiep").body();
        assertThat(agencies).contains("Nông nghiệp").doesNotContain("Sở Y tế</span>");
        assertThat(operator().opens("/console/catalogue/procedures?q=1.005129").body())
                .contains("<code>1.005129</code>");
        assertThat(operator().opens("/console/catalogue?q=none-such-anywhere").body())
                .contains("Không có gì khớp");
        assertThat(operator().opens("/console/catalogue/levels").body()).contains("Toàn trình");
    }

    @Test
    void leadsToTheNextPageWithTheSameFilter() {
        String page = operator().opens("/console/catalogue?on=2026-08-24&q=mau").body();
        assertThat(page).contains("on=2026-08-24&amp;q=mau").contains("page=1");
    }

    @Test
    void letsOnlyAdministratorsImport() {
        assertThat(operator().opens("/console/catalogue/imports").body())
                .contains("Cần quyền cấu hình")
                .doesNotContain("textarea");
    }

    @Test
    void countsTheReportsOfAPeriod() {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted("000.00.15.H52-260824-7901"));
        assertThat(operator()
                        .opens("/console/reports?year=2026&from=2026-08-01&to=2026-08-31")
                        .body())
                .contains("Biểu 06a")
                .contains("Biểu 06b")
                .contains("/console/reports/06b/xlsx?from=2026-08-01&amp;to=2026-08-31");
    }

    @Test
    void saysWhatIsWrongWithAPeriod() {
        assertThat(operator()
                        .opens("/console/reports?from=2026-08-31&to=2026-08-01")
                        .body())
                .contains("Ngày cuối kỳ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"online/xlsx?year=2026", "06a/xlsx?from=2026-08-01&to=2026-08-31"})
    void passesSheetsOnAsTheApiGivesThem(String file) {
        HttpResponse<String> answer = operator().opens("/console/reports/" + file);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml.sheet");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", ".xlsx");
        assertThat(answer.body()).startsWith("PK");
    }

    @Test
    void passesLinesOnWithTheirSum() {
        HttpResponse<String> answer = operator().opens("/console/reports/06b/csv?from=2026-08-01&to=2026-08-31");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("06b.csv");
        assertThat(answer.body()).startsWith("\uFEFFkey,name,tongSo").contains("\r\n,Tổng,");
    }

    @Test
    void leadsBackFromAFileThatThereIsNot() {
        HttpResponse<String> answer = operator().opens("/console/reports/06a/xlsx?from=2026-08-31&to=2026-08-01");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Ngày cuối kỳ").contains("href=\"/console/reports\"");
        assertThat(operator().opens("/console/reports/07/xlsx").statusCode()).isEqualTo(404);
    }

    private ConsoleVisitor operator() {
        return ConsoleVisitor.withKeyOf(hub, "operator");
    }
}
