package vn.lienthong.hub.dossier;

import java.util.List;

/** What the system a dossier was filed in may still say once another works on it. */
final class FiledFacts {

    private FiledFacts() {}

    /** Without the days and papers of those who work on it. */
    static DossierFacts of(DossierFacts said) {
        return new DossierFacts(
                said.code(),
                said.aliases(),
                said.procedure(),
                said.agency(),
                said.channel(),
                said.summary(),
                said.applicant(),
                said.owner(),
                said.submittedAt(),
                null,
                null,
                null,
                null,
                null,
                said.returnMethod(),
                said.notices(),
                said.components(),
                said.fees(),
                List.of(),
                null,
                said.parent(),
                said.declared());
    }
}
