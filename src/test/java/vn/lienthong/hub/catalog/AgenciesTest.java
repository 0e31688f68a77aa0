package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.hub.catalog.agency.Agency;
import vn.lienthong.hub.catalog.agency.Resolution;
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
    void saysWhoAnswersNowForACodeWhoseGraceIsOver() {
        assertThat(agencies.resolve("000.00.11.H52", null, TODAY))
                .isEqualTo(new Resolution.OutOfDate(
                        "son-la.home-affairs",
                        LocalDate.of(2025, 3, 1),
                        LocalDate.of(2026, 3, 1),
                        List.of("son-la.home-affairs")));
    }

    @Test
    void doesNotKnowACodeOfAnotherProvince() {
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

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "labour,,home-affairs",
        "labour,2.000477,health",
        "natural-resources,,agriculture-environment",
        "planning,,finance",
        "transport,,construction",
        "information-communications,,science",
        "education,,education"
    })
    void knowsWhoAnswersTodayForADepartmentOfBefore(String before, @Nullable String procedure, String today) {
        for (String province : List.of("son-la", "thanh-hoa")) {
            assertThat(of(province).answering(province + "." + before, procedure, TODAY))
                    .extracting(Agency::id)
                    .containsExactly(province + "." + today);
            assertThat(of(province).answering(province + "." + before, procedure, LocalDate.of(2025, 2, 28)))
                    .extracting(Agency::id)
                    .containsExactly(province + "." + before);
        }
    }

    @Test
    void knowsTheNineteenAgenciesOfThanhHoaBeforeTheReorganisation() {
        List<String> nineteen = List.of(
                "Ban Dân tộc",
                "Ban quản lý khu kinh tế Nghi Sơn",
                "Sở Công thương",
                "Sở Giáo dục & Đào tạo",
                "Sở Giao thông vận tải",
                "Sở Kế hoạch đầu tư",
                "Sở Khoa học & Công nghệ",
                "Sở LĐ-TB & XH",
                "Sở Ngoại vụ",
                "Sở Nội vụ",
                "Sở Nông nghiệp & PT nông thôn",
                "Sở Tài chính",
                "Sở Tài nguyên & Môi trường",
                "Sở Thông tin truyền thông",
                "Sở Tư pháp",
                "Sở Văn hoá, thể thao & du lịch",
                "Sở Xây dựng",
                "Sở Y tế",
                "Thanh tra Tỉnh");
        assertThat(nineteen)
                .allSatisfy(name -> assertThat(of("thanh-hoa").resolve(name, null, LocalDate.of(2024, 6, 3)))
                        .as(name)
                        .isInstanceOf(Resolution.Found.class))
                .hasSize(19);
    }

    @Test
    void namesTheDocumentOfEverySuccession() {
        assertThat(of("thanh-hoa").successions("thanh-hoa.labour"))
                .hasSize(4)
                .allSatisfy(edge -> assertThat(edge.document()).isNotBlank())
                .allSatisfy(edge -> assertThat(edge.provisional()).isTrue());
    }

    @Test
    void knowsTheAgenciesOfTheProvinceItIsSetTo() {
        Agencies ofThanhHoa = of("thanh-hoa");
        assertThat(ofThanhHoa.resolve("H56.14", null, TODAY)).isInstanceOf(Resolution.Found.class);
        assertThat(ofThanhHoa.resolve("H52.14", null, TODAY)).isInstanceOf(Resolution.Unknown.class);
    }

    private static Agencies of(String province) {
        return CatalogFixture.of(PlatformFixture.projectConfig(), province).agencies();
    }

    private String found(String code, @Nullable String procedure, LocalDate date) {
        return assertThat(agencies.resolve(code, procedure, date))
                .asInstanceOf(type(Resolution.Found.class))
                .actual()
                .agency()
                .id();
    }
}
