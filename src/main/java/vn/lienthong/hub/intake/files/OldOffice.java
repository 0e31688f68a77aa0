package vn.lienthong.hub.intake.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.content.ContentTypes;

/**
 * Compound files: Word and Excel as they were before 2007, and new ones with a password. What one holds is told by the
 * names in its directory, whose entries are 128 bytes each and stand on multiples of that.
 */
final class OldOffice {

    private static final int ENTRY = 128;
    private static final int NAME_LENGTH = 64;
    private static final int KIND = 66;
    private static final int STORAGE = 1;
    private static final int STREAM = 2;
    private static final int HEADER = 512;
    private static final int TABLES = 0x2c;

    private OldOffice() {}

    static boolean is(Look look) {
        return look.begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    }

    static TypeChecks.Found look(Offered.Content content, Look look) throws IOException {
        Set<String> names = names(content);
        return new TypeChecks.Found(type(names, look), flaw(names, look));
    }

    private static String type(Set<String> names, Look look) {
        if (names.contains("WordDocument")) {
            return "application/msword";
        }
        return names.contains("Workbook") || names.contains("Book")
                ? "application/vnd.ms-excel"
                : ContentTypes.of(look.head());
    }

    private static @Nullable Flaw flaw(Set<String> names, Look look) {
        if (names.contains("EncryptedPackage")) {
            return Flaw.of(Flaw.ENCRYPTED);
        }
        if (names.contains("Macros") || names.contains("_VBA_PROJECT_CUR") || names.contains("_VBA_PROJECT")) {
            return Flaw.of(Flaw.EXECUTABLE, "type", "VBA");
        }
        return shorterThanItsTables(look) ? Flaw.of(Flaw.TRUNCATED) : null;
    }

    /** Each table of sectors describes 128 of them; only the last may be partly used. */
    private static boolean shorterThanItsTables(Look look) {
        if (look.head().length < HEADER) {
            return true;
        }
        ByteBuffer head = ByteBuffer.wrap(look.head()).order(ByteOrder.LITTLE_ENDIAN);
        long sector = 1L << Math.min(16, head.getShort(0x1e));
        long tables = Integer.toUnsignedLong(head.getInt(TABLES));
        return look.size() < HEADER + Math.max(0, tables - 1) * (sector / Integer.BYTES) * sector;
    }

    private static Set<String> names(Offered.Content content) throws IOException {
        Set<String> names = new HashSet<>();
        try (InputStream in = new BufferedInputStream(content.open(), Look.WINDOW)) {
            for (byte[] entry = in.readNBytes(ENTRY); entry.length == ENTRY; entry = in.readNBytes(ENTRY)) {
                String name = name(entry);
                if (name != null) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static @Nullable String name(byte[] entry) {
        int length = entry[NAME_LENGTH] & 0xff | (entry[NAME_LENGTH + 1] & 0xff) << 8;
        boolean named = (entry[KIND] == STORAGE || entry[KIND] == STREAM) && length > 2 && length <= NAME_LENGTH;
        return named && length % 2 == 0 ? new String(entry, 0, length - 2, StandardCharsets.UTF_16LE) : null;
    }
}
