package vn.lienthong.hub.national.agreement;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.Lane;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.Repair;
import vn.lienthong.hub.dossier.SyncResend;
import vn.lienthong.hub.national.sync.Workers;

/** Tells the portal a dossier again, behind what happens now. */
@Component
class ResendRepair implements Repair {

    private final SyncResend ledger;
    private final Neighbour portal;
    private final Workers workers;

    ResendRepair(SyncResend ledger, Neighbour nationalPortal, Workers workers) {
        this.ledger = ledger;
        this.portal = nationalPortal;
        this.workers = workers;
    }

    @Override
    public Kind kind() {
        return Kind.RESEND;
    }

    @Override
    public Done mend(Order order) {
        UUID dossier = order.dossierId();
        if (dossier == null) {
            return new Done(false, "the register does not have it");
        }
        List<UUID> one = List.of(dossier);
        boolean begun = !ledger.begin(portal, one, Lane.CATCH_UP).isEmpty()
                || !ledger.fromTheStart(portal, one, Lane.CATCH_UP).isEmpty();
        workers.wake();
        return new Done(begun, begun ? "queued" : "waits or is being sent already");
    }
}
