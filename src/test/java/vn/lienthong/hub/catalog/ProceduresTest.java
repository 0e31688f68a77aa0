package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.platform.AppliedConfig;
import vn.lienthong.hub.platform.PlatformFixture;

class ProceduresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 24);

    private final Procedures procedures = CatalogFixture.ofProject().procedures();

    @Test
    void findsAProcedureByItsNationalCodeOrByTheProvincesCopy() {
        assertThat(procedures.resolve("1.004889", TODAY)).isPresent();
        assertThat(procedures.resolve("1.004889.000.00.00.H52", TODAY))
                .isEqualTo(procedures.resolve("1.004889", TODAY));
        assertThat(procedures.resolve("1.004889.H52", TODAY)).isPresent();
    }

    @Test
    void doesNotTakeAnotherProvincesCopyForItsOwn() {
        assertThat(procedures.resolve("1.004889.000.00.00.H56", TODAY)).isEmpty();
    }

    @Test
    void doesNotKnowAProcedureBeforeItsFirstVersionNorOneThatIsNotListed() {
        assertThat(procedures.resolve("1.004889", LocalDate.of(2016, 3, 31))).isEmpty();
        assertThat(procedures.resolve("9.999999", TODAY)).isEmpty();
    }

    @Test
    void tellsAProcedureWithoutALimitFromOneWhoseLimitIsUnknown() {
        assertThat(procedures.resolve("2.000986", TODAY))
                .hasValueSatisfying(demo -> assertThat(demo.limitKnown()).isTrue());
        assertThat(withoutDemo().resolve("2.000986", TODAY))
                .hasValueSatisfying(real -> assertThat(real.limitKnown()).isFalse());
    }

    @Test
    void inventsNoNameOutsideTheDemonstration() {
        assertThat(withoutDemo().resolve("1.004889", TODAY))
                .hasValueSatisfying(real -> assertThat(real.name()).isNull());
    }

    @Test
    void findsTheVersionADossierWasRegisteredUnder() {
        assertThat(procedures.find("1.004889", 1)).isEqualTo(procedures.resolve("1.004889", TODAY));
        assertThat(procedures.find("1.004889", 2)).isEmpty();
    }

    private static Procedures withoutDemo() {
        Map<String, String> files =
                new TreeMap<>(PlatformFixture.projectConfig().current().files());
        files.keySet().removeIf(path -> path.startsWith("demo/"));
        AppliedConfig real = PlatformFixture.config(files);
        return CatalogFixture.of(real, "son-la").procedures();
    }
}
