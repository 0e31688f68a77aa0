package vn.lienthong.hub.intake.files;

import java.io.IOException;
import java.io.InputStream;

/** How much may still come out of an archive and of all archives inside it; declared sizes prove nothing. */
final class Unpacking {

    /** So much may come out of however little: an empty table of a million cells packs to nothing. */
    static final long UNSUSPICIOUS = 16L << 20;

    private final FileRules.Archives limits;
    private final long packed;
    private long out;
    private int entries;

    Unpacking(FileRules.Archives limits, long packed) {
        this.limits = limits;
        this.packed = packed;
    }

    /** Thrown by the entry that is one too many or too large. */
    static final class Bomb extends IOException {

        private static final long serialVersionUID = 1;
    }

    void entry() throws Bomb {
        if (++entries > limits.entries()) {
            throw new Bomb();
        }
    }

    /** Reads on to the end, to nowhere. */
    void drain(InputStream entry) throws IOException {
        byte[] buffer = new byte[8_192];
        for (int count = entry.read(buffer); count >= 0; count = entry.read(buffer)) {
            count(count);
        }
    }

    void count(int bytes) throws Bomb {
        out += bytes;
        boolean suspicious = out > UNSUSPICIOUS && out / limits.ratio() > packed;
        if (suspicious || out > limits.unpacked().toBytes()) {
            throw new Bomb();
        }
    }
}
