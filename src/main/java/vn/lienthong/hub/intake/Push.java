package vn.lienthong.hub.intake;

import vn.lienthong.hub.platform.time.Stamp;

/** A submission on its way from the door to the broker. */
public record Push(
        Receipt receipt,
        String sender,
        Stamp stamp,
        long acceptedAt,
        Body body,
        PushHeaders headers,
        String correlationId) {

    /** What the broker recognises a second copy by. */
    String duplicateId() {
        return receipt.id() + ":" + body.sha256();
    }
}
