package vn.lienthong.hub.intake;

import java.util.Optional;

/** Base32 of RFC 4648 in lower case and without padding: safe in a URL, on paper and over the telephone. */
final class Base32 {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    private Base32() {}

    static String write(byte[] bytes) {
        char[] text = new char[(bytes.length * Byte.SIZE + BITS - 1) / BITS];
        int pending = 0;
        int held = 0;
        int next = 0;
        for (byte b : bytes) {
            pending = pending << Byte.SIZE | b & 0xff;
            for (held += Byte.SIZE; held >= BITS; held -= BITS) {
                text[next++] = ALPHABET.charAt(pending >>> held - BITS & MASK);
            }
        }
        if (held > 0) {
            text[next] = ALPHABET.charAt(pending << BITS - held & MASK);
        }
        return new String(text);
    }

    /** The bytes, absent when a character is not of the alphabet or left-over bits are not zero. */
    static Optional<byte[]> read(String text) {
        byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
        int pending = 0;
        int held = 0;
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            pending = pending << BITS | value;
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes[next++] = (byte) (pending >>> held);
            }
        }
        return (pending & (1 << held) - 1) == 0 ? Optional.of(bytes) : Optional.empty();
    }
}
