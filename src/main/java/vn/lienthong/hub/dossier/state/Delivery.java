package vn.lienthong.hub.dossier.state;

import java.util.EnumSet;
import java.util.Map;

/** Trả kết quả: where the result is. */
public enum Delivery {
    /** There is no result to hand over. */
    NOT_READY,
    /** At the desk, or online. */
    READY,
    /** With the public post. */
    HANDED_TO_POST,
    /** In the applicant's hands. */
    DELIVERED,
    /** The post could not hand it over. */
    RETURNED_TO_SENDER;

    /** A result found wrong before it was handed over is not ready again ("sai sót"); one that came back goes out again. */
    public static final Moves<Delivery> MOVES = new Moves<>(
            Delivery.class,
            Map.of(
                    NOT_READY, EnumSet.of(READY),
                    READY, EnumSet.of(NOT_READY, HANDED_TO_POST, DELIVERED),
                    HANDED_TO_POST, EnumSet.of(DELIVERED, RETURNED_TO_SENDER),
                    RETURNED_TO_SENDER, EnumSet.of(READY)));
}
