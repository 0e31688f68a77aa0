package vn.lienthong.hub.notify.notices;

import vn.lienthong.trust.Masks;

/** A notice ready to be sent; {@code id} is the same at each attempt, so that a gateway can drop a repeat. */
record Message(String id, Channel channel, String to, String subject, String text) {

    String masked() {
        return channel == Channel.SMS ? Masks.phone(to) : Masks.email(to);
    }
}
