package vn.lienthong.hub.dossier;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierFacts.Party;

/** By what an applicant's dossiers are found: a plain name, and ids that only equal ids match. */
record SearchKeys(
        @Nullable String name,
        @Nullable String id,
        @Nullable String tax,
        @Nullable String phone) {

    private static final SearchKeys NONE = new SearchKeys(null, null, null, null);

    static SearchKeys of(@Nullable DossierFacts facts, UnaryOperator<String> hash) {
        Party applicant = facts == null ? null : facts.applicant();
        if (applicant == null) {
            return NONE;
        }
        String id = applicant.personalId() != null ? applicant.personalId() : applicant.oldId();
        return new SearchKeys(
                applicant.name() == null ? null : PlainName.of(applicant.name()),
                id == null ? null : hash.apply(id),
                applicant.taxCode() == null ? null : hash.apply(applicant.taxCode()),
                applicant.phone() == null ? null : hash.apply(applicant.phone()));
    }
}
