package vn.lienthong.hub.portal;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.access.Caller.Citizen;
import vn.lienthong.hub.dossier.DossierFacts.Party;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.infra.LeastAssurance;
import vn.lienthong.trust.Seal;

/** Whether a dossier was filed in a citizen's name, by ids that a token carries as keyed hashes only. */
@Component
class Owners {

    private static final String OWNER = "owner:";

    private final Seal seal;
    private final Audit audit;
    private final LeastAssurance least;

    Owners(Seal seal, Audit audit, LeastAssurance least) {
        this.least = least;
        this.seal = seal;
        this.audit = audit;
    }

    /** By the applicant or by whose matter it is. */
    boolean owns(Citizen citizen, DossierView dossier) {
        return dossier.facts() != null
                && Stream.of(dossier.facts().applicant(), dossier.facts().owner())
                        .filter(Objects::nonNull)
                        .flatMap(Owners::ids)
                        .anyMatch(id -> citizen.owner().contains(seal.hash(OWNER + id)));
    }

    /** A log-in that is not sure enough for the procedure is sent back to be made surer (RFC 9470). */
    void checkSure(Citizen citizen, DossierView dossier) {
        least.of(dossier.procedureCode())
                .filter(level -> !least.reaches(citizen.acr(), level))
                .ifPresent(level -> {
                    throw new ProblemException(
                                    HttpStatus.UNAUTHORIZED,
                                    "insufficient-user-authentication",
                                    "This procedure needs a log-in of level " + level)
                            .challenge(
                                    "Bearer error=\"insufficient_user_authentication\", acr_values=\"" + level + "\"");
                });
    }

    /** Which system read it for whom. */
    void recordReading(Actor actor, Citizen citizen, DossierView dossier) {
        audit.record(actor, "dossier.read-for-citizen", dossier.code(), Map.of("for", citizen.subject()));
    }

    private static Stream<String> ids(Party party) {
        return Stream.of(party.personalId(), party.oldId(), party.taxCode()).filter(Objects::nonNull);
    }
}
