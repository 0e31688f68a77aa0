package vn.lienthong.hub.platform.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One cell of a file for a spreadsheet. */
public final class CsvCell {

    private CsvCell() {}

    /** A text that begins like a formula is shown and not calculated; a number, below zero too, stays a number. */
    public static String of(@Nullable Object value) {
        String shown = Objects.toString(value, "");
        String safe = value instanceof Number || !shown.matches("(?s)[=+@\\-\t\r].*") ? shown : "'" + shown;
        return safe.matches("(?s).*[\",;\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
