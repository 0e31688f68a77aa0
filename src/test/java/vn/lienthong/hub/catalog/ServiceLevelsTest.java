package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.hub.catalog.procedure.LevelFigures;
import vn.lienthong.hub.catalog.procedure.ServiceLevel;
import vn.lienthong.hub.platform.PlatformFixture;

/** The figures of the seed, by the query that also answers {@code /api/v1/catalog/levels}. */
class ServiceLevelsTest {

    private static final LocalDate THEN = LocalDate.of(2022, 12, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 24);

    @Test
    void countsEightyNineOfNinetyOneProceduresOfSonLaHomeAffairsAtLevelFour() {
        LevelFigures placeholders = share("son-la", "son-la.home-affairs", THEN).placeholders();
        assertThat(placeholders.total()).isEqualTo(91);
        assertThat(placeholders.historic()).containsExactly(Map.entry(4, 89));
        assertThat(placeholders.percent(4)).isEqualByComparingTo("97.8");
        assertThat(placeholders.unknown()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "construction,3,7",
        "information-communications,3,1",
        "health,3,22",
        "natural-resources,3,9",
        "finance,4,1"
    })
    void countsTheServicesOfThanhHoa(String department, int level, int services) {
        assertThat(share("thanh-hoa", "thanh-hoa." + department, THEN)
                        .placeholders()
                        .historic())
                .containsExactly(Map.entry(level, services));
    }

    @Test
    void countsForTheDepartmentThatAnswersOnTheDay() {
        assertThat(share("thanh-hoa", "thanh-hoa.agriculture-environment", TODAY)
                        .placeholders()
                        .historic())
                .containsExactly(Map.entry(3, 9));
        assertThat(share("thanh-hoa", "thanh-hoa.science", TODAY).placeholders().total())
                .isEqualTo(1);
    }

    @Test
    void countsNoPlaceholderAsPublishedAndNoUnreviewedLevelFourAsFull() {
        ServiceLevels.Share share = share("son-la", "son-la.home-affairs", TODAY);
        assertThat(share.published().total()).isZero();
        assertThat(share.placeholders().today()).containsExactly(Map.entry(ServiceLevel.PARTIAL, 89));
        assertThat(share.placeholders().unreviewed()).isEqualTo(89);
    }

    @Test
    void knowsNoPlaceholderWithoutTheDemonstration() {
        Map<String, String> files =
                new TreeMap<>(PlatformFixture.projectConfig().current().files());
        files.keySet().removeIf(path -> path.startsWith("demo/"));
        assertThat(CatalogFixture.of(PlatformFixture.config(files), "son-la")
                        .serviceLevels()
                        .on(THEN))
                .allSatisfy(share -> assertThat(share.placeholders().total()).isZero());
    }

    private static ServiceLevels.Share share(String province, String agency, LocalDate day) {
        return CatalogFixture.of(PlatformFixture.projectConfig(), province).serviceLevels().on(day).stream()
                .filter(share -> share.agency() != null && share.agency().id().equals(agency))
                .findFirst()
                .orElseThrow();
    }
}
