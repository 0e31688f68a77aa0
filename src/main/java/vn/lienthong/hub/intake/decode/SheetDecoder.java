package vn.lienthong.hub.intake.decode;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.IOException;
import java.io.InputStream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * A register as offices send it: an Excel workbook, whose first sheet counts, or CSV. The first bytes tell which, not the
 * name of the file: many offices save one as the other.
 */
final class SheetDecoder implements Decoder {

    /** A workbook is read in memory, a CSV file is not. */
    private static final int LARGEST_WORKBOOK = 20 << 20;

    private final CsvDecoder csv;

    SheetDecoder(CsvDecoder csv) {
        this.csv = csv;
    }

    @Override
    public String malformed() {
        return Rules.MALFORMED_SPREADSHEET;
    }

    @Override
    public Decoded decode(Body body, @Nullable String contentType, DecodeSettings settings) throws IOException {
        byte[] start = start(body);
        if (ReadableWorkbook.isOLE2Header(start)) {
            throw Fault.of(Rules.OLD_WORKBOOK);
        }
        return ReadableWorkbook.isOOXMLZipHeader(start)
                ? workbook(body, settings)
                : csv.decode(body, contentType, settings);
    }

    private static Decoded workbook(Body body, DecodeSettings settings) throws IOException {
        byte[] packed;
        try (InputStream bytes = OwnBytes.of(body)) {
            packed = bytes.readNBytes(LARGEST_WORKBOOK + 1);
        }
        if (packed.length > LARGEST_WORKBOOK) {
            throw new Fault(Reason.of(Rules.TOO_LONG));
        }
        PackedSize.check(packed);
        try {
            return WorkbookRows.open(packed, settings);
        } catch (ExcelReaderException
                | UncheckedStreamException
                | IllegalStateException
                | IllegalArgumentException damaged) {
            throw Fault.of(Rules.MALFORMED_SPREADSHEET);
        }
    }

    private static byte[] start(Body body) throws IOException {
        try (InputStream bytes = OwnBytes.of(body)) {
            byte[] start = new byte[8];
            bytes.readNBytes(start, 0, start.length);
            return start;
        }
    }
}
