package vn.lienthong.hub.notify.notices;

/** A way out for messages of one channel. Blocks, and answers every failure as a verdict. */
interface Gateway {

    String name();

    /** Whether a second attempt with the same id cannot reach anybody twice. */
    boolean recognisesRepeats();

    Delivery send(Message message);
}
