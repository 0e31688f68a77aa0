package vn.lienthong.hub.platform.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;

/** A reading of the hybrid logical clock: 48 bits of milliseconds, 16 bits of counter, and the node that read it. */
public record Stamp(long ticks, String node) implements Comparable<Stamp> {

    private static final Comparator<Stamp> ORDER =
            Comparator.comparingLong(Stamp::ticks).thenComparing(Stamp::node);
    private static final int HEX_DIGITS = 16;

    public static Stamp parse(String text) {
        if (text.length() < HEX_DIGITS + 2 || text.charAt(HEX_DIGITS) != '-') {
            throw new IllegalArgumentException("Not a stamp: " + text);
        }
        return new Stamp(HexFormat.fromHexDigitsToLong(text, 0, HEX_DIGITS), text.substring(HEX_DIGITS + 1));
    }

    public Instant at() {
        return Instant.ofEpochMilli(ticks >>> HybridClock.COUNTER_BITS);
    }

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }

    /** {@code <16 hex digits>-<node>}; the texts of one node sort as the stamps do. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(ticks) + "-" + node;
    }
}
