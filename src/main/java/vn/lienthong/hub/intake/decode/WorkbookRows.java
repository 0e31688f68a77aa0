package vn.lienthong.hub.intake.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.platform.reason.Reason;

/** Rows of a workbook's first sheet as records; titles above the header are passed over. */
final class WorkbookRows implements Iterator<JsonNode> {

    private static final int LAST_HEADER_ROW = 20;
    private static final int MOST_ROWS = 100_000;

    private final Iterator<Row> rows;
    private final RegisterHeader header;
    private @Nullable JsonNode next;
    private int last;
    private int seen;

    private WorkbookRows(Iterator<Row> rows, RegisterHeader header) {
        this.rows = rows;
        this.header = header;
    }

    static Decoded open(byte[] packed, DecodeSettings settings) throws IOException {
        ReadableWorkbook workbook = workbook(packed);
        try {
            Stream<Row> sheet = workbook.getFirstSheet().openStream();
            Iterator<Row> rows = sheet.iterator();
            return new Decoded(new WorkbookRows(rows, header(rows, settings)), () -> {
                sheet.close();
                workbook.close();
            });
        } catch (IOException bad) {
            workbook.close();
            throw bad;
        } catch (RuntimeException damaged) {
            workbook.close();
            throw new Fault(Fault.reason(damaged, Rules.MALFORMED_SPREADSHEET));
        }
    }

    /** The reader trusts its file and fails on a damaged one in any way; all it works on is these bytes. */
    private static ReadableWorkbook workbook(byte[] packed) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(packed), new ReadingOptions(true, true));
        } catch (RuntimeException damaged) {
            throw Fault.of(Rules.MALFORMED_SPREADSHEET);
        }
    }

    /** The first row that has every column; the first of all when none has, so that the sender is told what lacks. */
    private static RegisterHeader header(Iterator<Row> rows, DecodeSettings settings) throws Fault {
        List<String> first = List.of();
        while (rows.hasNext()) {
            Row row = rows.next();
            List<String> cells = trimmed(SheetCells.texts(row));
            if (RegisterHeader.names(cells).containsAll(settings.requiredColumns()) && !cells.isEmpty()) {
                return RegisterHeader.of(cells, settings);
            }
            first = first.isEmpty() ? cells : first;
            if (row.getRowNum() >= LAST_HEADER_ROW) {
                break;
            }
        }
        return RegisterHeader.of(first, settings);
    }

    @Override
    public boolean hasNext() {
        while (next == null && seen <= MOST_ROWS) {
            try {
                if (!rows.hasNext()) {
                    return false;
                }
                next = record(rows.next());
            } catch (RuntimeException damaged) {
                // the reader cannot find the next row any more: one refused record, then the end
                seen = MOST_ROWS + 1;
                next = RegisterHeader.broken(Fault.reason(damaged, Rules.MALFORMED_SPREADSHEET), last + 1L);
            }
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

    private @Nullable JsonNode record(Row row) {
        last = row.getRowNum();
        if (++seen > MOST_ROWS) {
            return RegisterHeader.broken(
                    Reason.of(Rules.TOO_MANY_RECORDS).with("max", Integer.toString(MOST_ROWS)), last);
        }
        List<String> cells = trimmed(SheetCells.texts(row));
        if (cells.isEmpty()) {
            return null;
        }
        if (cells.size() > header.size()) {
            return header.refused(cells.size(), last);
        }
        while (cells.size() < header.size()) {
            cells.add("");
        }
        return header.record(cells, last);
    }

    /** Without the empty cells behind the last full one, which a sheet keeps or not as it likes. */
    private static List<String> trimmed(List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isBlank()) {
            size--;
        }
        return new ArrayList<>(cells.subList(0, size));
    }
}
