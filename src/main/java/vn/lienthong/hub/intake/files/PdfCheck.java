package vn.lienthong.hub.intake.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** A PDF has its end where an end belongs, and opens without a password. */
final class PdfCheck {

    private static final String BEGINS = "%PDF-";
    private static final String ENDS = "%%EOF";

    /** Readers look for the header and for the end so far from where they belong. */
    private static final int BEGINS_WITHIN = 1_024;

    private static final int ENDS_WITHIN = 2_048;
    private static final Pattern LAST_TABLE = Pattern.compile("startxref\\s+(\\d{1,18})");
    private static final Pattern LOCKED = Pattern.compile("/Encrypt\\s*(\\d+\\s+\\d+\\s+R|<<)");
    private static final int TRAILER = 8 * 1_024;

    private PdfCheck() {}

    static @Nullable Flaw flaw(Offered.Content content, Look look) throws IOException {
        String begin = Look.text(look.head());
        if (!begin.substring(0, Math.min(BEGINS_WITHIN, begin.length())).contains(BEGINS)) {
            return Flaw.of(Flaw.UNREADABLE);
        }
        if (!look.end(ENDS_WITHIN).contains(ENDS)) {
            return Flaw.of(Flaw.TRUNCATED);
        }
        return locked(content, look) ? flawOfLocked(content) : null;
    }

    /** The dictionary that says so is never packed: it stands at the end, or where the last table of objects begins. */
    private static boolean locked(Offered.Content content, Look look) throws IOException {
        String end = look.end(Look.WINDOW);
        if (LOCKED.matcher(end).find()) {
            return true;
        }
        Matcher table = LAST_TABLE.matcher(end);
        long at = -1;
        while (table.find()) {
            at = Long.parseLong(table.group(1));
        }
        if (at < 0 || at >= look.size()) {
            return false;
        }
        try (InputStream in = content.open()) {
            in.skipNBytes(at);
            return LOCKED.matcher(Look.text(in.readNBytes(TRAILER))).find();
        }
    }

    /** Many are only locked against printing or copying, and open for everybody. */
    private static @Nullable Flaw flawOfLocked(Offered.Content content) throws IOException {
        try (InputStream in = content.open();
                PDDocument opened = Loader.loadPDF(new RandomAccessReadBuffer(in))) {
            return opened.getNumberOfPages() > 0 ? null : Flaw.of(Flaw.UNREADABLE);
        } catch (InvalidPasswordException locked) {
            return Flaw.of(Flaw.ENCRYPTED);
        } catch (IOException | RuntimeException damaged) {
            return Flaw.of(Flaw.UNREADABLE);
        }
    }
}
