package vn.lienthong.hub.intake.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over a file tells, however large it is: how it begins and ends, its size and its hash.
 *
 * @param tooLarge the rest was not read
 */
record Look(byte[] head, byte[] tail, long size, boolean tooLarge, byte @Nullable [] digest) {

    static final int WINDOW = 64 * 1024;

    static Look at(Offered.Content content, AgreedHash agreed, long most) throws IOException {
        @Nullable MessageDigest digest = agreed.digest();
        byte[] ring = new byte[2 * WINDOW];
        try (InputStream in = content.open()) {
            int filled = in.readNBytes(ring, 0, WINDOW);
            long size = filled;
            byte[] head = Arrays.copyOf(ring, filled);
            update(digest, head, 0, filled);
            while (size <= most) {
                if (filled == ring.length) {
                    System.arraycopy(ring, WINDOW, ring, 0, WINDOW);
                    filled = WINDOW;
                }
                int count = in.read(ring, filled, ring.length - filled);
                if (count < 0) {
                    break;
                }
                update(digest, ring, filled, count);
                filled += count;
                size += count;
            }
            byte[] tail = Arrays.copyOfRange(ring, Math.max(0, filled - WINDOW), filled);
            return new Look(head, tail, size, size > most, digest == null ? null : digest.digest());
        }
    }

    private static void update(@Nullable MessageDigest digest, byte[] bytes, int from, int count) {
        if (digest != null) {
            digest.update(bytes, from, count);
        }
    }

    boolean begins(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The last bytes, one letter each. */
    String end(int bytes) {
        return text(Arrays.copyOfRange(tail, Math.max(0, tail.length - bytes), tail.length));
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
