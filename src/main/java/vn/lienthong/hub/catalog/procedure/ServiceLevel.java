package vn.lienthong.hub.catalog.procedure;

/** How much of a procedure can be done online (ND 42/2022). */
public enum ServiceLevel {
    /** Cung cấp thông tin trực tuyến. */
    INFO,
    /** Dịch vụ công trực tuyến một phần. */
    PARTIAL,
    /** Dịch vụ công trực tuyến toàn trình. */
    FULL
}
