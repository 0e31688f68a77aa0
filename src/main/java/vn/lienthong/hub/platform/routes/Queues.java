package vn.lienthong.hub.platform.routes;

/** Names of the broker's queues. */
public final class Queues {

    /** A wake-up for the workers that call the national portal; carries no state. */
    public static final String NATIONAL_WAKE = "national.wake";

    /** A wake-up for the couriers of notices; carries no state. */
    public static final String NOTIFY_SEND = "notify.send";

    private Queues() {}

    /** Where submissions of a sender wait to be decoded; the only address a sender may write to. */
    public static String door(String sender) {
        return "door." + sender;
    }

    /** Where single records of a sender's large submissions wait to be registered. */
    public static String record(String sender) {
        return "record." + sender;
    }
}
