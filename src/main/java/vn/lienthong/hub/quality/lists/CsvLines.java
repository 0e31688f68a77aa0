package vn.lienthong.hub.quality.lists;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.rows.RowReader;

/** Lines of a CSV file; bytes that are no letters become U+FFFD and make their line unreadable. */
final class CsvLines implements Lines {

    private static final int LONGEST_LINE = 1 << 20;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final RowReader text;
    private final List<String> titles;
    private long number = 1;

    CsvLines(InputStream bytes) throws IOException {
        BufferedInputStream marked = new BufferedInputStream(bytes);
        Charset charset = charset(marked);
        this.text = new RowReader(
                new InputStreamReader(marked, charset), LONGEST_LINE, () -> new IOException("a line that never ends"));
        this.parser = CSVParser.parse(
                (Reader) text,
                CSVFormat.DEFAULT.builder().setDelimiter(text.delimiter()).get());
        this.records = parser.iterator();
        CSVRecord header = record();
        this.titles = header == null
                ? List.of()
                : header.stream()
                        .map(title -> title.replace("\uFEFF", "").strip())
                        .toList();
    }

    @Override
    public List<String> titles() {
        return titles;
    }

    @Override
    public @Nullable Line next() throws IOException {
        CSVRecord record = record();
        while (record != null && record.stream().allMatch(String::isBlank)) {
            record = record();
        }
        return record == null ? null : new Line(number, cells(record));
    }

    private Map<String, String> cells(CSVRecord record) {
        Map<String, String> cells = HashMap.newHashMap(titles.size());
        for (int column = 0; column < Math.min(titles.size(), record.size()); column++) {
            cells.put(titles.get(column), record.get(column).strip());
        }
        return cells;
    }

    /** After a quote that never closes the rest cannot be cut into lines any more. */
    private @Nullable CSVRecord record() {
        text.nextRow();
        try {
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord record = records.next();
            number = parser.getCurrentLineNumber();
            return record;
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new UnreadableListException(Reason.of("list-broken").with("line", Long.toString(number + 1)));
        }
    }

    private static Charset charset(BufferedInputStream bytes) throws IOException {
        bytes.mark(4);
        byte[] first = bytes.readNBytes(2);
        bytes.reset();
        int mark = first.length < 2 ? 0 : (first[0] & 0xFF) << 8 | first[1] & 0xFF;
        return mark == 0xFFFE || mark == 0xFEFF ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
