package vn.lienthong.hub.dossier.state;

import java.util.EnumSet;
import java.util.Map;

/** Nghĩa vụ tài chính: what the applicant owes for the dossier. */
public enum PaymentObligation {
    /** Chưa thanh toán. */
    UNPAID,
    /** Chờ thanh toán: the notice is out. */
    WAITING,
    /** Đã thanh toán. */
    PAID,
    /** Hủy thanh toán. */
    CANCELLED,
    /** Đã hoàn phí. */
    REFUNDED;

    /** A further fee makes a paid dossier owe again. */
    public static final Moves<PaymentObligation> MOVES = new Moves<>(
            PaymentObligation.class,
            Map.of(
                    UNPAID, EnumSet.of(WAITING, PAID, CANCELLED),
                    WAITING, EnumSet.of(UNPAID, PAID, CANCELLED),
                    PAID, EnumSet.of(UNPAID, WAITING, REFUNDED)));
}
