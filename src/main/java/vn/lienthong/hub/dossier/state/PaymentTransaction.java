package vn.lienthong.hub.dossier.state;

import java.util.EnumSet;
import java.util.Map;

/** One attempt to pay; confirming it again changes nothing. */
public enum PaymentTransaction {
    /** khoi-tao. */
    STARTED("khoi-tao"),
    /** thanh-cong. */
    SUCCEEDED("thanh-cong"),
    /** that-bai. */
    FAILED("that-bai");

    public static final Moves<PaymentTransaction> MOVES =
            new Moves<>(PaymentTransaction.class, Map.of(STARTED, EnumSet.of(SUCCEEDED, FAILED)));

    private final String wire;

    PaymentTransaction(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
