package vn.lienthong.hub.national.payment;

import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.dossier.PaidFees;
import vn.lienthong.hub.dossier.PaidFees.Paid;

/** Lets the dossier follow what the bank confirmed; what does not succeed is tried again by the comparison. */
final class Settlements {

    private static final Logger log = LoggerFactory.getLogger(Settlements.class);

    private final PaidFees fees;
    private final Payments payments;
    private final TransactionTemplate transaction;
    private final Runnable wake;

    Settlements(PaidFees fees, Payments payments, TransactionTemplate transaction, Runnable wake) {
        this.fees = fees;
        this.payments = payments;
        this.transaction = transaction;
        this.wake = wake;
    }

    /** True when the dossier knows of the payment now. */
    boolean settle(Payment paid) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> settled(paid)));
        } catch (RuntimeException failure) {
            log.warn("Payment {} is taken, its dossier does not know yet: {}", paid.reference(), failure.getMessage());
            return false;
        }
    }

    private boolean settled(Payment paid) {
        Instant at = Objects.requireNonNull(paid.paidAt());
        String trouble = fees.settle(new Paid(paid.dossierCode(), paid.reference(), paid.amount(), at));
        if (trouble.isEmpty()) {
            payments.settled(paid.reference());
            wake.run();
            return true;
        }
        payments.offered(paid.reference(), null, trouble);
        payments.note(paid.reference(), "BANK_ONLY", "paid, but the dossier does not take it: " + trouble);
        return false;
    }
}
