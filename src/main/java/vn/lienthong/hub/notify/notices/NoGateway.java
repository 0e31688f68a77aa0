package vn.lienthong.hub.notify.notices;

import vn.lienthong.hub.notify.notices.Delivery.Verdict;

/** Stands where no gateway is configured. */
record NoGateway(String name) implements Gateway {

    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public Delivery send(Message message) {
        return Delivery.of(Verdict.UNAVAILABLE, "no gateway is configured");
    }
}
