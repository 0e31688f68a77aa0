package vn.lienthong.hub.intake.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks a workbook once to nowhere, so that a bomb goes off where nobody stands; declared sizes prove nothing. */
final class PackedSize {

    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_ENTRIES = 1_000;

    private PackedSize() {}

    static void check(byte[] packed) throws IOException {
        try (ZipFile archive = ZipFile.builder().setByteArray(packed).get()) {
            long left = MOST_BYTES;
            int entries = 0;
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                if (++entries > MOST_ENTRIES) {
                    throw Fault.of(Rules.UNPACKED_TOO_LARGE);
                }
                left = unpack(archive, entry, left);
            }
        }
    }

    private static long unpack(ZipFile archive, ZipArchiveEntry entry, long left) throws IOException {
        byte[] buffer = new byte[8192];
        long remaining = left;
        try (InputStream content = archive.getInputStream(entry)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                remaining -= count;
                if (remaining < 0) {
                    throw Fault.of(Rules.UNPACKED_TOO_LARGE);
                }
            }
        }
        return remaining;
    }
}
