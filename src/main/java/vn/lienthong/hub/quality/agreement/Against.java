package vn.lienthong.hub.quality.agreement;

/** The side with which the register is compared. */
public enum Against {
    PORTAL,
    SENDER
}
