package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.text.Normalizer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.platform.PlatformFixture;

class AgenciesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 24);

    private final Agencies agencies = CatalogFixture.ofProject().agencies();

    @Test
    void findsTheSameAgencyByItsOldAndItsNewCode() {
        assertThat(found("000.00.14.H52", null, TODAY)).isEqualTo("son-la.home-affairs");
        assertThat(found("H52.14", null, TODAY)).isEqualTo("son-la.home-affairs");
    }

    @Test
    void findsAnAgencyByItsNameHoweverItIsTyped() {
        String decomposed = Normalizer.normalize("  SỞ  Y tế ", Normalizer.Form.NFD);
        assertThat(found(decomposed, null, TODAY)).isEqualTo("son-la.health");
    }

    @Test
    void resolvesTheCodeOfAMergedDepartmentToItselfBeforeTheMerger() {
        assertThat(found("000.00.11.H52", null, LocalDate.of(2025, 2, 28))).isEqualTo("son-la.labour");
    }

    @Test
    void resolvesTheCodeOfAMergedDepartmentToItsSuccessorInTheYearOfGrace() {
        assertThat(found("000.00.11.H52", "1.004889", LocalDate.of(2025, 3, 1))).isEqualTo("son-la.home-affairs");
    }

    @Test
    void resolvesByProcedureWherePartOfADepartmentWentElsewhere() {
        assertThat(found("000.00.11.H52", "2.000477", LocalDate.of(2025, 6, 2))).isEqualTo("son-la.health");
    }

    @Test
    void isAmbiguousWhereOnlyTheUnknownProcedureCouldDecide() {
        assertThat(agencies.resolve("000.00.11.H52", null, LocalDate.of(2025, 6, 2)))
                .isInstanceOfSatisfying(
                        Resolution.Ambiguous.class,
                        several -> assertThat(several.agencies()).hasSize(2));
    }

    @Test
    void doesNotKnowACodeAfterItsGraceNorOneOfAnotherProvince() {
        assertThat(agencies.resolve("000.00.11.H52", null, TODAY)).isEqualTo(new Resolution.Unknown());
        assertThat(agencies.resolve("000.00.14.H56", null, TODAY)).isEqualTo(new Resolution.Unknown());
    }

    @Test
    void neverTakesACodeForItsPrefix() {
        assertThat(agencies.resolve("H52.1", null, TODAY)).isEqualTo(new Resolution.Unknown());
    }

    @Test
    void callsAnAgencyWhatItWasCalledThatDay() {
        assertThat(agencies.find("son-la.ethnic-religious-affairs", LocalDate.of(2025, 2, 28)))
                .hasValueSatisfying(agency -> assertThat(agency.name()).startsWith("Ban Dân tộc"));
        assertThat(agencies.find("son-la.ethnic-religious-affairs", TODAY))
                .hasValueSatisfying(agency -> assertThat(agency.name()).startsWith("Sở Dân tộc và Tôn giáo"));
    }

    @Test
    void knowsTheAgenciesOfTheProvinceItIsSetTo() {
        Agencies ofThanhHoa =
                CatalogFixture.of(PlatformFixture.projectConfig(), "thanh-hoa").agencies();
        assertThat(ofThanhHoa.resolve("H56.14", null, TODAY)).isInstanceOf(Resolution.Found.class);
        assertThat(ofThanhHoa.resolve("H52.14", null, TODAY)).isInstanceOf(Resolution.Unknown.class);
    }

    private String found(String code, @Nullable String procedure, LocalDate date) {
        return assertThat(agencies.resolve(code, procedure, date))
                .asInstanceOf(type(Resolution.Found.class))
                .actual()
                .agency()
                .id();
    }
}
