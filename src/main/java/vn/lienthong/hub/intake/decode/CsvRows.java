package vn.lienthong.hub.intake.decode;

import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.platform.reason.Reason;

/** Rows of a register as records: a row that holds only a group's name gives it to the rows below. */
final class CsvRows implements Iterator<JsonNode> {

    private final Iterator<CSVRecord> rows;
    private final List<String> columns;
    private final @Nullable String carried;
    private final RowLimit text;
    private @Nullable String group;
    private @Nullable JsonNode next;
    private long row = 1;
    private boolean ended;

    CsvRows(Iterator<CSVRecord> rows, List<String> columns, @Nullable String carried, RowLimit text) {
        this.rows = rows;
        this.columns = columns;
        this.carried = carried;
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
            next = broken(Fault.reason(broken, Rules.MALFORMED_CSV));
            return false;
        }
    }

    private @Nullable JsonNode record() {
        CSVRecord cells = rows.next();
        row++;
        if (cells.stream().allMatch(String::isBlank)) {
            return null;
        }
        if (cells.size() != columns.size()) {
            return broken(Reason.of(Rules.CELLS_UNLIKE_HEADER)
                    .with("cells", Integer.toString(cells.size()))
                    .with("columns", Integer.toString(columns.size())));
        }
        ObjectNode record = Marks.row(JsonNodeFactory.instance.objectNode(), row);
        int filled = 0;
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                record.put(columns.get(i), cells.get(i));
                filled++;
            }
        }
        return carriedDown(record, filled);
    }

    private @Nullable JsonNode carriedDown(ObjectNode record, int filled) {
        if (carried == null) {
            return record;
        }
        String own = record.path(carried).stringValue(null);
        if (own != null) {
            group = own;
            return filled == 1 ? null : record;
        }
        return group == null ? record : record.put(carried, group);
    }

    private JsonNode broken(Reason reason) {
        Reason inRow = new Reason(reason.rule(), "#" + row, null, reason.params());
        return Marks.row(Marks.undecodable(List.of(inRow)), row);
    }
}
