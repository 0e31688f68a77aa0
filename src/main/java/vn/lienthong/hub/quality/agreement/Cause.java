package vn.lienthong.hub.quality.agreement;

import java.util.List;
import vn.lienthong.hub.dossier.Repair;

/** Why two sides differ, as far as the ledger and the records can tell. */
public enum Cause {
    /** The ledger has nothing of it for the portal. */
    NEVER_SENT(Repair.Kind.RESEND),
    /** The ledger holds it back; the detail says for what. */
    BLOCKED(Repair.Kind.RESEND, Repair.Kind.ASK_SENDER),
    /** It waits for its turn at the portal. */
    IN_FLIGHT(Repair.Kind.PULL),
    /** It has waited longer than it should. */
    LATE(Repair.Kind.RESEND, Repair.Kind.PULL),
    /** The portal acknowledged what it does not have. */
    ACKNOWLEDGED_NOT_THERE(Repair.Kind.RESEND, Repair.Kind.PULL),
    /** The portal shows what the hub never told. */
    CHANGED_THERE(Repair.Kind.PULL, Repair.Kind.ASK_SENDER, Repair.Kind.RESEND),
    /** A record that names it is parked here. */
    PARKED_HERE(Repair.Kind.RENORMALISE, Repair.Kind.ASK_SENDER),
    /** A record that names it was refused here. */
    REFUSED_HERE(Repair.Kind.ASK_SENDER, Repair.Kind.RENORMALISE),
    /** Nothing that names it ever came to the hub. */
    NEVER_ARRIVED(Repair.Kind.ASK_SENDER),
    /** The sender does not know what came in its name. */
    UNKNOWN_TO_SENDER(Repair.Kind.ASK_SENDER),
    /** The sender has changed it without telling. */
    NOT_TOLD(Repair.Kind.ASK_SENDER),
    /** The sender's list shows an earlier state of it. */
    SENDER_BEHIND(Repair.Kind.ASK_SENDER),
    /** The other side keeps it more than once. */
    KEPT_TWICE(Repair.Kind.ASK_SENDER);

    private final List<Repair.Kind> repairs;

    Cause(Repair.Kind... repairs) {
        this.repairs = List.of(repairs);
    }

    List<Repair.Kind> repairs() {
        return repairs;
    }
}
