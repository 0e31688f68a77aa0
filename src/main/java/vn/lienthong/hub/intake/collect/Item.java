package vn.lienthong.hub.intake.collect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
        String sha256 = hash(itself);
        return new Item(number.isEmpty() ? sha256 : hash(number.getBytes(StandardCharsets.UTF_8)), sha256, body);
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
