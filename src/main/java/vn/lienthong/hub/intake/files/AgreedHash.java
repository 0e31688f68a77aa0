package vn.lienthong.hub.intake.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hash a sender gave with a file; its length tells the algorithm. */
record AgreedHash(@Nullable String algorithm, byte @Nullable [] expected) {

    private static final AgreedHash NONE = new AgreedHash(null, null);
    private static final Map<Integer, String> BY_BYTES = Map.of(16, "MD5", 20, "SHA-1", 32, "SHA-256", 64, "SHA-512");

    /** A text that is no hash agrees with nothing. */
    static AgreedHash of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        byte[] bytes = bytes(text.strip());
        return new AgreedHash(BY_BYTES.getOrDefault(bytes.length, "SHA-256"), bytes);
    }

    @Nullable
    MessageDigest digest() {
        try {
            return algorithm == null ? null : MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean is(byte @Nullable [] digest) {
        return expected == null || MessageDigest.isEqual(expected, digest);
    }

    private static byte[] bytes(String text) {
        try {
            return text.matches("[0-9A-Fa-f]+") && BY_BYTES.containsKey(text.length() / 2)
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException noHash) {
            return new byte[0];
        }
    }
}
