package vn.lienthong.hub.console.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.http.CsvCell;

/** Rows of the API as lines of a file for a spreadsheet. */
final class CsvText {

    /** By which a spreadsheet knows that it is UTF-8. */
    static final String MARK = "\uFEFF";

    private CsvText() {}

    static String head(List<String> columns) {
        return MARK + String.join(",", columns) + "\r\n";
    }

    static String lines(List<?> rows, List<String> columns) {
        return rows.stream().map(row -> line(row, columns)).collect(Collectors.joining());
    }

    private static String line(@Nullable Object row, List<String> columns) {
        return columns.stream().map(column -> cell(Details.at(row, column))).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(@Nullable Object value) {
        return CsvCell.of(value == null || value instanceof Number ? value : Details.line(value));
    }
}
