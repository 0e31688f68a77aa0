package vn.lienthong.hub.national.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.lienthong.hub.dossier.Claim;
import vn.lienthong.hub.dossier.OutwardDossiers;
import vn.lienthong.hub.national.payload.Catalogue;

/** Loads what claims need to be carried out: dossiers with their events, procedure and agency. */
final class Errands {

    private final OutwardDossiers dossiers;
    private final Catalogue catalogue;

    Errands(OutwardDossiers dossiers, Catalogue catalogue) {
        this.dossiers = dossiers;
        this.catalogue = catalogue;
    }

    List<Errand> of(List<Claim> claims) {
        var byId = dossiers.of(claims.stream().map(Claim::dossierId).toList());
        var errands = new ArrayList<Errand>(claims.size());
        for (var claim : claims) {
            var dossier = Objects.requireNonNull(byId.get(claim.dossierId()), "a ledger row without a dossier");
            errands.add(new Errand(claim, dossier, catalogue.serves(dossier)));
        }
        return errands;
    }
}
