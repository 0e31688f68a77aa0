package vn.lienthong.hub.national.payload;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Party;
import vn.lienthong.hub.dossier.DossierFacts.SubjectType;
import vn.lienthong.hub.dossier.OutwardDossier;

/** Whose dossier it is, the same in every dialect. */
final class Identity {

    /** What one system writes when it does not know the number: never passed on. */
    private static final String PLACEHOLDER = "000000001";

    private Identity() {}

    static DossierFacts known(OutwardDossier dossier) {
        var facts = dossier.facts();
        if (facts == null) {
            throw new NotSendable(List.of("HoSo"), dossier.sender());
        }
        return facts;
    }

    /** The subject (đối tượng) is who files; the owner speaks for them only where nothing is known of the filer. */
    static @Nullable SubjectType kind(DossierFacts facts) {
        var filer = facts.applicant();
        var known = filer != null && filer.subjectType() != null ? filer : facts.owner();
        return known == null ? null : known.subjectType();
    }

    /** The personal number, else the old one; null when there is neither, or only what stands for one. */
    static @Nullable String number(Party party) {
        var number = said(party);
        return PLACEHOLDER.equals(number) ? null : number;
    }

    /** The field of the number where one of these has none that is true: it is missing, whoever requires it. */
    static Stream<String> untrue(@Nullable Party... parties) {
        var found = Arrays.stream(parties).anyMatch(party -> party != null && PLACEHOLDER.equals(said(party)));
        return found ? Stream.of("SoDinhDanh") : Stream.empty();
    }

    private static @Nullable String said(Party party) {
        return party.personalId() != null ? party.personalId() : party.oldId();
    }
}
