package vn.lienthong.hub.dossier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierFacts.Party;

/** By what an applicant's dossiers are found: a plain name, and ids that only equal ids match. */
record SearchKeys(
        @Nullable String name,
        @Nullable String id,
        @Nullable String tax,
        @Nullable String phone) {

    private static final SearchKeys NONE = new SearchKeys(null, null, null, null);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    static SearchKeys of(@Nullable DossierFacts facts, UnaryOperator<String> hash) {
        Party applicant = facts == null ? null : facts.applicant();
        if (applicant == null) {
            return NONE;
        }
        String id = applicant.personalId() != null ? applicant.personalId() : applicant.oldId();
        return new SearchKeys(
                applicant.name() == null ? null : plain(applicant.name()),
                id == null ? null : hash.apply(id),
                applicant.taxCode() == null ? null : hash.apply(applicant.taxCode()),
                applicant.phone() == null ? null : hash.apply(applicant.phone()));
    }

    /** Lower case without Vietnamese marks, single spaces: {@code Đỗ Thị  Ánh} becomes {@code do thi anh}. */
    static String plain(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String latin = bare.replace('đ', 'd').replace('Đ', 'D');
        return SPACES.matcher(latin.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
