package vn.lienthong.hub.intake.decode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.rows.RowReader;

/** CSV with a header row: each row is a record, read one at a time; the delimiter is the header's. */
final class CsvDecoder implements Decoder {

    private static final int LONGEST_ROW = 2 * DecodeSettings.LONGEST_TEXT;

    @Override
    public String malformed() {
        return Rules.MALFORMED_CSV;
    }

    @Override
    public Decoded decode(Body body, @Nullable String contentType, DecodeSettings settings) throws IOException {
        RowReader text = new RowReader(
                StrictUtf8.reader(body, contentType, settings.charset()), LONGEST_ROW, () -> Fault.of(Rules.TOO_LONG));
        try {
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(text.delimiter())
                    .setIgnoreEmptyLines(true)
                    .get();
            Iterator<CSVRecord> rows = CSVParser.parse(text, format).iterator();
            List<String> names = rows.hasNext() ? rows.next().toList() : List.of();
            return new Decoded(new CsvRows(rows, RegisterHeader.of(names, settings), text), text);
        } catch (IOException | UncheckedIOException bad) {
            text.close();
            throw bad;
        }
    }
}
