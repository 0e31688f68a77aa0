package vn.lienthong.hub.national.payment;

import java.time.Clock;
import java.util.function.Supplier;

/** Compares bank and register from time to time: asks about what is silent, lets dossiers follow what was paid. */
final class Comparison {

    private static final int BITE = 200;

    private final Payments payments;
    private final PaymentPlatform platform;
    private final Confirmations confirmations;
    private final Settlements settlements;
    private final Supplier<PaymentRules> rules;
    private final Clock clock;

    Comparison(
            Payments payments,
            PaymentPlatform platform,
            Confirmations confirmations,
            Settlements settlements,
            Supplier<PaymentRules> rules,
            Clock clock) {
        this.payments = payments;
        this.platform = platform;
        this.confirmations = confirmations;
        this.settlements = settlements;
        this.rules = rules;
        this.clock = clock;
    }

    /** How many dossiers followed, and how many payments the platform spoke of. */
    record Done(int settled, int answered) {}

    Done run() {
        int settled = 0;
        for (var paid : payments.unsettled(BITE)) {
            settled += settlements.settle(paid) ? 1 : 0;
        }
        int answered = 0;
        for (var silent : payments.silent(clock.instant().minus(rules.get().patience()), BITE)) {
            payments.asked(silent.reference());
            var told = platform.query(silent.reference());
            told.ifPresent(confirmations::answered);
            answered += told.isPresent() ? 1 : 0;
        }
        return new Done(settled, answered);
    }
}
