package vn.lienthong.hub.access;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** A key as its holder carries it: {@code lt_<8 hex digits>_<64 hex digits>}, 256 bits of chance after the prefix. */
record KeyText(String prefix, String text) {

    private static final String MARK = "lt_";
    private static final int PREFIX_BYTES = 4;
    private static final int SECRET_BYTES = 32;
    private static final int PREFIX_END = MARK.length() + 2 * PREFIX_BYTES;
    private static final int LENGTH = PREFIX_END + 1 + 2 * SECRET_BYTES;

    static KeyText fresh(SecureRandom chance) {
        String prefix = hex(chance, PREFIX_BYTES);
        return new KeyText(prefix, MARK + prefix + "_" + hex(chance, SECRET_BYTES));
    }

    static Optional<KeyText> parse(String text) {
        boolean shaped = text.length() == LENGTH && text.startsWith(MARK) && text.charAt(PREFIX_END) == '_';
        return shaped ? Optional.of(new KeyText(text.substring(MARK.length(), PREFIX_END), text)) : Optional.empty();
    }

    private static String hex(SecureRandom chance, int bytes) {
        byte[] drawn = new byte[bytes];
        chance.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return MARK + prefix + "_***";
    }
}
