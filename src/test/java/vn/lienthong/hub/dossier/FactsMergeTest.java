package vn.lienthong.hub.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.dossier.DossierFacts.Alias;
import vn.lienthong.hub.dossier.DossierFacts.AliasKind;
import vn.lienthong.hub.dossier.DossierFacts.Party;

class FactsMergeTest {

    private static final Party FIRST = Seen.applicant("TRẦN VĂN THỬ", "038090000001", "0900000001");

    @Test
    void completesThePersonItAlreadyKnows() {
        Party again = Seen.applicant("TRẦN VĂN THỬ", "038090000001", null);
        assertThat(merged(FIRST, again)).isEqualTo(FIRST);
    }

    @Test
    void neverCompletesAnotherPersonWithTheFirstOnesPhone() {
        Party other = Seen.applicant("LÊ THỊ MẪU", "038090000002", null);
        assertThat(merged(FIRST, other)).isEqualTo(other);
        Party unnamed = Seen.applicant("LÊ THỊ MẪU", null, null);
        assertThat(merged(FIRST, unnamed)).isEqualTo(unnamed);
    }

    @Test
    void correctsTheNameOfPersonWithTheSameId() {
        Party corrected = Seen.applicant("TRẦN VĂN THỨ", "038090000001", null);
        assertThat(merged(FIRST, corrected)).isEqualTo(Seen.applicant("TRẦN VĂN THỨ", "038090000001", "0900000001"));
    }

    @Test
    void collectsAliasesOnce() {
        Alias one = new Alias(AliasKind.NATIONAL, "N-1");
        Alias two = new Alias(AliasKind.LOCAL, "L-1");
        DossierFacts facts =
                FactsMerge.merge(Seen.only(null, List.of(one), null), Seen.only(null, List.of(one, two), null), "C-1");
        assertThat(facts.aliases()).containsExactly(one, two);
    }

    @Test
    void writesEqualFactsAsEqualTextAndReadsThemBack() {
        DossierFacts facts = FactsMerge.merge(null, Seen.ordinary(), "C-1");
        String text = FactsText.write(facts);

        assertThat(FactsText.read(text)).isEqualTo(facts);
        assertThat(FactsText.write(FactsText.read(text))).isEqualTo(text);
        assertThat(text)
                .contains("\"receivedAt\":\"2026-08-24T09:15:00+07:00\"")
                .doesNotContain("null", "[]");
    }

    @Test
    void findsNamesWithoutTheirMarks() {
        assertThat(PlainName.of(" Đỗ  Thị Ánh\tNguyệt ")).isEqualTo("do thi anh nguyet");
        assertThat(PlainName.of("NGUYỄN VĂN ĐƯỢC")).isEqualTo("nguyen van duoc");
    }

    private static Party merged(Party known, Party news) {
        DossierFacts merged =
                FactsMerge.merge(Seen.only(known, List.of(), null), Seen.only(news, List.of(), null), "C-1");
        return Objects.requireNonNull(merged.applicant());
    }
}
