package vn.lienthong.hub.intake.decode;

import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.platform.rows.RowReader;

/** Rows of a CSV register as records. */
final class CsvRows implements Iterator<JsonNode> {

    private final Iterator<CSVRecord> rows;
    private final RegisterHeader header;
    private final RowReader text;
    private @Nullable JsonNode next;
    private long row = 1;
    private boolean ended;

    CsvRows(Iterator<CSVRecord> rows, RegisterHeader header, RowReader text) {
        this.rows = rows;
        this.header = header;
        this.text = text;
    }

    @Override
    public boolean hasNext() {
        while (next == null && more()) {
            next = record();
        }
        return next != null;
    }

    @Override
    public JsonNode next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        JsonNode record = next;
        next = null;
        return record;
    }

    private boolean more() {
        if (ended) {
            return false;
        }
        text.nextRow();
        try {
            return rows.hasNext();
        } catch (UncheckedIOException | IllegalStateException broken) {
            // the rest cannot be cut into rows any more: one refused record, then the end
            ended = true;
            row++;
            next = RegisterHeader.broken(Fault.reason(broken, Rules.MALFORMED_CSV), row);
            return false;
        }
    }

    private @Nullable JsonNode record() {
        CSVRecord cells = rows.next();
        row++;
        if (cells.stream().allMatch(String::isBlank)) {
            return null;
        }
        return header.unlike(cells.size()) ? header.refused(cells.size(), row) : header.record(cells.toList(), row);
    }
}
