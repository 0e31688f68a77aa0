package vn.lienthong.hub.notify.notices;

/**
 * What became of one attempt.
 *
 * @param words of the gateway, without address and text
 */
record Delivery(Verdict verdict, String words) {

    private static final int LONGEST = 200;

    enum Verdict {
        /** The gateway took it. */
        SENT,
        /** It certainly was not sent: try again. */
        UNAVAILABLE,
        /** Nobody knows whether it was sent. */
        UNKNOWN,
        /** It will never be sent. */
        REFUSED,
        /** The mailbox does not exist. */
        BOUNCED
    }

    Delivery {
        words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    static Delivery of(Verdict verdict, String words) {
        return new Delivery(verdict, words);
    }
}
