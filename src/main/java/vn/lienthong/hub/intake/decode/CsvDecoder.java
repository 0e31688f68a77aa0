package vn.lienthong.hub.intake.decode;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** CSV with a header row: each row is a record, read one at a time; the delimiter is the header's. */
final class CsvDecoder implements Decoder {

    private static final int LONGEST_HEADER = 64_000;

    @Override
    public String malformed() {
        return Rules.MALFORMED_CSV;
    }

    @Override
    public Decoded decode(Body body, @Nullable String contentType, DecodeSettings settings) throws IOException {
        RowLimit text = new RowLimit(StrictUtf8.reader(body, contentType, settings.charset()));
        try {
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter(text))
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

    private static char delimiter(Reader text) throws IOException {
        text.mark(LONGEST_HEADER);
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        for (int i = 0, letter = text.read(); i < LONGEST_HEADER - 1 && letter >= 0 && letter != '\n'; i++) {
            commas += letter == ',' ? 1 : 0;
            semicolons += letter == ';' ? 1 : 0;
            tabs += letter == '\t' ? 1 : 0;
            letter = text.read();
        }
        text.reset();
        return tabs > Math.max(commas, semicolons) ? '\t' : semicolons > commas ? ';' : ',';
    }
}
