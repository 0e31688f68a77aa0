package vn.lienthong.hub.quality.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.reason.Reason;

/** Rows of the first sheet below the first row that names a column of the layout. */
final class XlsxLines implements Lines {

    private static final int LAST_TITLE_ROW = 20;

    private final ReadableWorkbook workbook;
    private final Stream<Row> sheet;
    private final Iterator<Row> rows;
    private final List<String> titles;
    private int last;

    XlsxLines(Path file, Layout layout) throws IOException {
        WorkbookSize.check(file);
        this.workbook = workbook(file);
        this.sheet = workbook.getFirstSheet().openStream();
        this.rows = sheet.iterator();
        this.titles = titles(layout);
    }

    /** The reader trusts its file and fails on a damaged one in any way. */
    private static ReadableWorkbook workbook(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (RuntimeException damaged) {
            throw new UnreadableListException(Reason.of("list-broken").with("line", "1"));
        }
    }

    private List<String> titles(Layout layout) {
        List<String> first = List.of();
        for (Row row = row(); row != null && row.getRowNum() <= LAST_TITLE_ROW; row = row()) {
            List<String> texts = texts(row);
            if (layout.missing(texts).isEmpty()) {
                return texts;
            }
            first = first.isEmpty() ? texts : first;
        }
        return first;
    }

    @Override
    public List<String> titles() {
        return titles;
    }

    @Override
    public @Nullable Line next() {
        for (Row row = row(); row != null; row = row()) {
            Map<String, String> cells = cells(texts(row));
            if (!cells.isEmpty()) {
                return new Line(row.getRowNum(), cells);
            }
        }
        return null;
    }

    private @Nullable Row row() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            last = row.getRowNum();
            return row;
        } catch (RuntimeException damaged) {
            throw new UnreadableListException(Reason.of("list-broken").with("line", Integer.toString(last + 1)));
        }
    }

    private Map<String, String> cells(List<String> texts) {
        Map<String, String> cells = HashMap.newHashMap(titles.size());
        for (int column = 0; column < Math.min(titles.size(), texts.size()); column++) {
            if (!texts.get(column).isEmpty()) {
                cells.put(titles.get(column), texts.get(column));
            }
        }
        return cells;
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>(row.getCellCount());
        for (int column = 0; column < row.getCellCount(); column++) {
            texts.add(
                    row.getOptionalCell(column).map(XlsxLines::text).orElse("").strip());
        }
        return texts;
    }

    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            String text = cell.getType() == CellType.ERROR ? cell.getRawValue() : cell.getText();
            return text == null ? "" : text;
        }
        return isDate(cell.getDataFormatString())
                ? cell.asDate().toString()
                : cell.asNumber().stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(@Nullable String format) {
        return format != null
                && format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]", "")
                        .chars()
                        .anyMatch(letter -> "dDyY".indexOf(letter) >= 0);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        workbook.close();
    }
}
