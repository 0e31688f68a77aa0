package vn.lienthong.hub.intake.decode;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.reason.Reason;

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
            List<String> columns = rows.hasNext() ? columns(rows.next(), settings) : List.of();
            return new Decoded(new CsvRows(rows, columns, settings.carryDown(), text), text);
        } catch (IOException | UncheckedIOException bad) {
            text.close();
            throw bad;
        }
    }

    private static List<String> columns(CSVRecord header, DecodeSettings settings) throws Fault {
        List<String> columns = header.stream()
                .map(name -> Normalizer.normalize(name.strip(), Normalizer.Form.NFC))
                .toList();
        Set<String> seen = new HashSet<>();
        for (String name : columns) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new Fault(Reason.of(Rules.DUPLICATE_KEY, name, null));
            }
        }
        for (String required : settings.requiredColumns()) {
            if (!seen.contains(required)) {
                throw new Fault(Reason.of(Rules.MISSING_COLUMN, required, null));
            }
        }
        return columns;
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
