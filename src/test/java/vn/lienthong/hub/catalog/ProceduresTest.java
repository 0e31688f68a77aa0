package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.catalog.calendar.TimeLimit;
import vn.lienthong.hub.catalog.procedure.Channel;
import vn.lienthong.hub.catalog.procedure.OnlineLevel;
import vn.lienthong.hub.catalog.procedure.Procedure;
import vn.lienthong.hub.catalog.procedure.ProcedureTerms;
import vn.lienthong.hub.catalog.procedure.ServiceLevel;
import vn.lienthong.hub.catalog.procedure.SupplementPolicy;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.config.AppliedConfig;

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

    @Test
    void knowsWhatAVersionAsksForAndPromises() {
        Procedure procedure = with("""
                procedures:
                  - code: "1.004889"
                    alsoKnownAs: [STTTT_XBI05]
                    versions:
                      - version: 1
                        from: 2020-01-01
                        limit: {amount: 5, unit: WORKING_DAYS}
                        limits: {ONLINE: {amount: 3, unit: WORKING_DAYS}}
                        limitKnown: true
                        responsible: son-la.education
                        level: {today: FULL, historic: 4, reviewedBy: "a decision"}
                        components:
                          - {code: 000.00.00.G09-KQ002269, name: Đơn đề nghị, copies: 1, form: "https://example.org/don.docx", digitised: true, reused: 2, replacedBy: KQ.G15.000031}
                        results: [{code: KQ.G15.000031}]
                        fees: [{kind: LP, amount: 50000, channel: ONLINE}]
                        payBefore: true
                        supplement: {clock: RESTARTS, days: 30}
                        paymentStopsClock: "a legal basis"
                        source: test
                """).resolve("STTTT_XBI05", TODAY).orElseThrow();
        ProcedureTerms terms = procedure.terms();
        assertThat(procedure.limit(Channel.ONLINE)).isEqualTo(TimeLimit.workingDays(3));
        assertThat(procedure.limit(Channel.COUNTER)).isEqualTo(TimeLimit.workingDays(5));
        assertThat(terms.level()).isEqualTo(new OnlineLevel(ServiceLevel.FULL, 4, false, "a decision"));
        assertThat(terms.components())
                .singleElement()
                .satisfies(paper -> assertThat(paper.originals()).isEqualTo(1))
                .satisfies(paper -> assertThat(paper.copies()).isEqualTo(1))
                .satisfies(paper -> assertThat(paper.digitisation())
                        .isEqualTo(new ProcedureTerms.Digitisation(true, 2, false, "KQ.G15.000031")));
        assertThat(terms.results()).extracting(ProcedureTerms.ResultPaper::code).containsExactly("KQ.G15.000031");
        assertThat(terms.fees()).extracting(ProcedureTerms.Fee::amount).containsExactly(50_000L);
        assertThat(terms.payBefore()).isTrue();
        assertThat(terms.supplement()).isEqualTo(new SupplementPolicy(SupplementPolicy.Clock.RESTARTS, 30, true));
        assertThat(terms.paymentStopsClock()).isEqualTo("a legal basis");
    }

    @Test
    void stopsTheClockForASupplementAndNotForAPaymentUnlessToldOtherwise() {
        assertThat(withoutDemo().resolve("1.004889", TODAY).orElseThrow().terms())
                .isEqualTo(ProcedureTerms.UNKNOWN)
                .satisfies(terms -> assertThat(terms.paymentStopsClock()).isNull())
                .satisfies(terms -> assertThat(terms.supplement().clock()).isEqualTo(SupplementPolicy.Clock.STOPS));
    }

    @Test
    void neverMakesLevelFourFullWithoutAReview() {
        assertThat(OnlineLevel.ofHistoric(4).level()).isEqualTo(ServiceLevel.PARTIAL);
        assertThat(OnlineLevel.ofHistoric(4).reviewed()).isFalse();
        assertThat(OnlineLevel.ofHistoric(2)).isEqualTo(new OnlineLevel(ServiceLevel.INFO, 2, true, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new OnlineLevel(ServiceLevel.FULL, 4, false, null));
    }

    private static Procedures with(String file) {
        Map<String, String> files =
                new TreeMap<>(PlatformFixture.projectConfig().current().files());
        files.keySet().removeIf(path -> path.startsWith("demo/"));
        files.put("province/son-la/procedures.yaml", file);
        return CatalogFixture.of(PlatformFixture.config(files), "son-la").procedures();
    }

    private static Procedures withoutDemo() {
        Map<String, String> files =
                new TreeMap<>(PlatformFixture.projectConfig().current().files());
        files.keySet().removeIf(path -> path.startsWith("demo/"));
        AppliedConfig real = PlatformFixture.config(files);
        return CatalogFixture.of(real, "son-la").procedures();
    }
}
