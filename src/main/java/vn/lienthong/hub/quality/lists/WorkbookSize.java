package vn.lienthong.hub.quality.lists;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * Unpacks a workbook once to nowhere, so that a bomb goes off where nobody stands. Texts that the sheets share are kept
 * in memory by every reader and so have a limit of their own.
 */
final class WorkbookSize {

    private static final long MOST_BYTES = 1L << 30;
    private static final long MOST_SHARED = 48L << 20;
    private static final int MOST_ENTRIES = 1_000;

    private WorkbookSize() {}

    static void check(Path file) throws IOException {
        try (ZipFile archive = ZipFile.builder().setPath(file).get()) {
            long left = MOST_BYTES;
            int entries = 0;
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                boolean shared = entry.getName().endsWith("sharedStrings.xml");
                long allowed = shared ? Math.min(left, MOST_SHARED) : left;
                left -= unpacked(archive, entry, ++entries > MOST_ENTRIES ? -1 : allowed);
            }
        } catch (UnreadableListException tooLarge) {
            throw tooLarge;
        } catch (IOException | RuntimeException noArchive) {
            throw new UnreadableListException(Reason.of("list-broken").with("line", "1"));
        }
    }

    private static long unpacked(ZipFile archive, ZipArchiveEntry entry, long allowed) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (InputStream content = archive.getInputStream(entry)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                bytes += count;
                if (bytes > allowed) {
                    throw new UnreadableListException(Reason.of("list-unpacks-too-large"));
                }
            }
        }
        return bytes;
    }
}
