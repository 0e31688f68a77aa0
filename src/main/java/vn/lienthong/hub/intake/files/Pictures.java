package vn.lienthong.hub.intake.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Pictures that were cut off on their way. */
final class Pictures {

    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final String PNG_END = "IEND";
    private static final int TIFF_HEADER = 8;

    private Pictures() {}

    /** An embedded preview has an end of its own, so the segments before the first scan are stepped over. */
    static @Nullable Flaw jpeg(Offered.Content content) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(content.open(), Look.WINDOW))) {
            in.readUnsignedShort();
            for (int marker = marker(in); marker != START_OF_SCAN; marker = marker(in)) {
                in.skipNBytes(Math.max(0, in.readUnsignedShort() - 2));
            }
            while (marker(in) != END_OF_IMAGE) {
                // scans, and tables between them
            }
            return null;
        } catch (EOFException cut) {
            return Flaw.of(Flaw.TRUNCATED);
        }
    }

    private static int marker(DataInputStream in) throws IOException {
        int last = in.readUnsignedByte();
        while (true) {
            int next = in.readUnsignedByte();
            if (last == MARKER && next != MARKER) {
                return next;
            }
            last = next;
        }
    }

    static @Nullable Flaw png(Look look) {
        return look.end(Look.WINDOW).contains(PNG_END) ? null : Flaw.of(Flaw.TRUNCATED);
    }

    /** The first directory of pages may stand anywhere, often at the end. */
    static @Nullable Flaw tiff(Look look) {
        if (look.size() < TIFF_HEADER) {
            return Flaw.of(Flaw.TRUNCATED);
        }
        ByteOrder order = look.begins('I', 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer head = ByteBuffer.wrap(look.head()).order(order);
        boolean big = head.getShort(2) != 42;
        return big || Integer.toUnsignedLong(head.getInt(4)) < look.size() ? null : Flaw.of(Flaw.TRUNCATED);
    }
}
