package vn.lienthong.hub.console.pages;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        return columns.stream()
                        .map(column -> row instanceof Map<?, ?> members ? cell(members.get(column)) : "")
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** What a spreadsheet would take for a formula gets a quote before it. */
    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : Details.line(value);
        String plain = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return plain.chars().anyMatch(letter -> ",\"\r\n".indexOf(letter) >= 0)
                ? "\"" + plain.replace("\"", "\"\"") + "\""
                : plain;
    }
}
