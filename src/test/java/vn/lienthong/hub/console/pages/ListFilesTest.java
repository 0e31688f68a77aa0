package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** Lists as files, and screens saved under a name. */
@ExtendWith(OneHub.class)
class ListFilesTest {

    private final RunningHub hub;
    private final ConsoleVisitor visitor;

    ListFilesTest(RunningHub hub) {
        this.hub = hub;
        this.visitor = ConsoleVisitor.withKeyOf(hub, "operator");
    }

    @ParameterizedTest
    @EnumSource(ListFile.class)
    void givesEveryListToASpreadsheet(ListFile list) {
        String address = "/console/lists/" + list.name().toLowerCase(Locale.ROOT);

        HttpResponse<String> csv = visitor.opens(address + ".csv");
        HttpResponse<String> sheet = visitor.opens(address + ".xlsx");

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(csv.body().lines().findFirst()).hasValue("\uFEFF" + String.join(",", list.columns()));
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains(".xlsx"));
        assertThat(sheet.body()).startsWith("PK");
    }

    @Test
    void keepsTheFiltersOfTheScreen() {
        hub.as(LandSystem.ID)
                .pushes(
                        LandSystem.ID,
                        LandSystem.accepted("000.00.15.H52-260824-7481").replace("QT-01", "QT-74"));

        assertThat(visitor.opens("/console/lists/issues.csv?neighbour=land&kind=PARKED")
                        .body())
                .contains("QT-74")
                .doesNotContain("REFUSED");
        assertThat(visitor.opens("/console/lists/issues.csv?neighbour=health&kind=PARKED")
                        .body())
                .doesNotContain("QT-74");
        assertThat(visitor.opens("/console/issues?kind=PARKED").body())
                .contains("/console/lists/issues.csv?kind=PARKED", "/console/lists/issues.xlsx?kind=PARKED");
    }

    @Test
    void takesAllPagesOfTheCatalogueWithWhatIsInsideOfEach() {
        String agencies = visitor.opens("/console/lists/agencies.csv").body();
        assertThat(agencies).contains("Sở Y tế").contains("DEPARTMENT");
        long total = hub.as("operator")
                .gets("/api/v1/catalog/procedures?size=1")
                .is(200)
                .json()
                .path("total")
                .asLong();
        assertThat(visitor.opens("/console/lists/procedures.csv").body().lines().count())
                .isGreaterThan(total);
        assertThat(visitor.opens("/console/lists/calendar.csv?year=2026").body())
                .contains("2026-09-02,OFF,,Quốc khánh");
        assertThat(visitor.opens("/console/catalogue/calendar?year=2026").body())
                .contains("thứ Hai", "07:00–11:30", "02/09/2026", "/console/lists/calendar.xlsx?year=2026");
        for (String page : new String[] {"/console/catalogue", "/console/catalogue/procedures", "/console/resends"}) {
            assertThat(visitor.opens(page).body()).contains(".csv", ".xlsx");
        }
    }

    @Test
    void knowsNoOtherList() {
        assertThat(visitor.opens("/console/lists/secrets.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void savesAScreenWithItsFiltersAndForgetsIt() {
        String address = "/console/issues?kind=PARKED&neighbour=land";
        visitor.submits("/console", "/console/views", Map.of("name", "Đất đai <chờ>", "back", address));
        assertThat(visitor.opens("/console").body())
                .contains("Đất đai &lt;chờ&gt;", "href=\"/console/issues?kind=PARKED&amp;neighbour=land\"");

        visitor.submits("/console", "/console/views", Map.of("name", "anderswo", "back", "https://elsewhere.example/"));
        assertThat(visitor.opens("/console").body()).doesNotContain("elsewhere.example");

        visitor.submits("/console", "/console/views/forget", Map.of("name", "Đất đai <chờ>", "back", "/console"));
        assertThat(visitor.opens("/console").body()).doesNotContain("Đất đai &lt;chờ&gt;");
    }

    @Test
    void changesTheLanguageOfTheVeryPageAndOfTheScreenBehindAnAnswer() {
        assertThat(visitor.opens("/console/dossiers/one?code=none").body())
                .contains("name=\"back\" value=\"/console/dossiers/one?code=none\"");
        assertThat(visitor.submits("/console", "/console/search", Map.of("q", "nobody at all"))
                        .body())
                .contains("name=\"back\" value=\"/console/dossiers\"")
                .doesNotContain("value=\"/console/search\"");
    }
}
