package vn.lienthong.hub.intake.collect;

import vn.lienthong.hub.platform.content.Sha256;

/**
 * One thing of a list that was fetched.
 *
 * @param name hash of its number, or of itself when it has none
 * @param sha256 hash of the thing itself
 * @param body the thing in the envelope its format expects
 */
public record Item(String name, String sha256, byte[] body) {

    /** The thing itself, and as it is handed over; {@code number} may be empty. */
    public static Item of(String number, byte[] itself, byte[] body) {
        String sha256 = Sha256.hex(itself);
        return new Item(number.isEmpty() ? sha256 : Sha256.hex(number), sha256, body);
    }
}
