package vn.lienthong.hub.national.agreement;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.Lane;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.NeighbourView;
import vn.lienthong.hub.dossier.NeighbourView.Sight;
import vn.lienthong.hub.dossier.Repair;
import vn.lienthong.hub.dossier.SyncResend;
import vn.lienthong.hub.national.sync.Workers;

/** Asks the portal what it shows now; a ledger that believed otherwise corrects itself and tells what is missing. */
@Component
class PullRepair implements Repair {

    private final NeighbourView view;
    private final SyncResend ledger;
    private final Neighbour portal;
    private final Workers workers;

    PullRepair(PortalView view, SyncResend ledger, Neighbour nationalPortal, Workers workers) {
        this.view = view;
        this.ledger = ledger;
        this.portal = nationalPortal;
        this.workers = workers;
    }

    @Override
    public Kind kind() {
        return Kind.PULL;
    }

    @Override
    public Done mend(Order order) {
        UUID dossier = order.dossierId();
        if (dossier == null) {
            return new Done(false, "the register does not have it");
        }
        Sight sight = view.look(List.of(dossier)).get(dossier);
        if (sight == null) {
            return new Done(false, "the portal gave no answer");
        }
        ledger.ask(portal, List.of(dossier), Lane.CATCH_UP);
        workers.wake();
        return new Done(true, words(sight));
    }

    private static String words(Sight sight) {
        return sight.known()
                ? "the portal shows status %s, received %s, due %s"
                        .formatted(sight.status(), sight.receivedAt(), sight.dueAt())
                : "the portal does not have it";
    }
}
