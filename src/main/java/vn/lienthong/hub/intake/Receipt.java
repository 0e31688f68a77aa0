package vn.lienthong.hub.intake;

import java.util.UUID;

/**
 * The hub's word that it has a submission.
 *
 * <p>The first four bytes of the id are a keyed mark of the sender it was given to, so that a receipt shown by somebody
 * else is recognised before the register knows it.
 */
public record Receipt(UUID id) {

    int mark() {
        return (int) (id.getMostSignificantBits() >>> Integer.SIZE);
    }
}
