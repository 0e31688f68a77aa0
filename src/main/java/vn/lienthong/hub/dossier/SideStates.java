package vn.lienthong.hub.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.state.Delivery;
import vn.lienthong.hub.dossier.state.PaymentObligation;

/** Payment and delivery as far as the facts tell them, each a machine of its own beside the status. */
record SideStates(@Nullable PaymentObligation payment, Delivery delivery) {

    static final SideStates UNTOLD = new SideStates(null, Delivery.NOT_READY);

    SideStates after(@Nullable DossierFacts facts, @Nullable DossierStatus status) {
        return new SideStates(
                owed(facts == null ? List.of() : facts.fees(), status),
                handed(facts != null && facts.returnedAt() != null, status));
    }

    private @Nullable PaymentObligation owed(List<DossierFacts.Fee> fees, @Nullable DossierStatus status) {
        PaymentObligation told = told(fees, status);
        if (told == null || payment == null) {
            return told == null ? payment : told;
        }
        return PaymentObligation.MOVES.leads(payment, told) ? told : payment;
    }

    private static @Nullable PaymentObligation told(List<DossierFacts.Fee> fees, @Nullable DossierStatus status) {
        if (!fees.isEmpty() && fees.stream().allMatch(fee -> Boolean.TRUE.equals(fee.paid()))) {
            return PaymentObligation.PAID;
        }
        if (status == DossierStatus.WAIT_PAYMENT) {
            return PaymentObligation.WAITING;
        }
        boolean unpaid = fees.stream().anyMatch(fee -> Boolean.FALSE.equals(fee.paid()));
        return unpaid ? PaymentObligation.UNPAID : null;
    }

    private Delivery handed(boolean returned, @Nullable DossierStatus status) {
        Delivery told = returned || status == DossierStatus.DELIVERED
                ? Delivery.DELIVERED
                : status == DossierStatus.RESOLVED ? Delivery.READY : Delivery.NOT_READY;
        return Delivery.MOVES.leads(delivery, told) ? told : delivery;
    }
}
