package vn.lienthong.hub.catalog.procedure;

/** How a dossier comes in ({@code KenhThucHien}, as the canonical dossier says it). */
public enum Channel {
    /** Trực tiếp. */
    COUNTER,
    /** Trực tuyến. */
    ONLINE,
    /** Bưu chính công ích. */
    POST
}
