package vn.lienthong.hub.notify.notices;

/** How a notice reaches somebody. */
enum Channel {
    /** A text message to a mobile telephone. */
    SMS,
    /** A letter by e-mail. */
    EMAIL
}
