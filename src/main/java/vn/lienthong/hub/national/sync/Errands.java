package vn.lienthong.hub.national.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.Claim;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardDossiers;
import vn.lienthong.hub.national.payload.Catalogue;

/** Loads what claims need to be carried out: dossiers with their events, procedure and agency. */
final class Errands {

    private final OutwardDossiers dossiers;
    private final Catalogue catalogue;
    private final Ways ways;
    private final Sagas sagas;
    private final Accounts accounts;

    Errands(OutwardDossiers dossiers, Catalogue catalogue, Ways ways, Sagas sagas, Accounts accounts) {
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.ways = ways;
        this.sagas = sagas;
        this.accounts = accounts;
    }

    List<Errand> of(List<Claim> claims) {
        var ids = claims.stream().map(Claim::dossierId).toList();
        var byId = dossiers.of(ids);
        var begun = ways.numbering() ? sagas.of(ids) : Map.<UUID, Saga>of();
        var known = accounts.of(byId.values());
        var errands = new ArrayList<Errand>(claims.size());
        for (var claim : claims) {
            var dossier = Objects.requireNonNull(byId.get(claim.dossierId()), "a ledger row without a dossier");
            errands.add(errand(claim, dossier, begun.get(claim.dossierId()), known.get(claim.dossierId())));
        }
        return errands;
    }

    private Errand errand(Claim claim, OutwardDossier dossier, @Nullable Saga saga, @Nullable String account) {
        var way = ways.of(
                dossier, saga == null ? null : saga.door(), claim.standing().knownThere());
        return new Errand(claim, dossier, catalogue.serves(dossier).of(account), way, saga);
    }
}
