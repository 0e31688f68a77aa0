package vn.lienthong.hub.catalog.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.reason.Reason;

/** Reads the cells of one row and notes every flaw with its column and value. */
final class Cells {

    private static final DateTimeFormatter VIETNAMESE =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern SERIAL = Pattern.compile("\\d{5}");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private final Row row;
    private final List<Flaw> flaws;
    private boolean sound = true;

    Cells(Row row, List<Flaw> flaws) {
        this.row = row;
        this.flaws = flaws;
    }

    int row() {
        return row.number();
    }

    /** Whether nothing was wrong with the row so far. */
    boolean sound() {
        return sound;
    }

    @Nullable
    String text(String column) {
        return row.cells().get(column);
    }

    String required(String column) {
        String text = text(column);
        if (text == null) {
            wrong("import-missing-value", column, null);
        }
        return text == null ? "" : text;
    }

    @Nullable
    String like(String column, Pattern shape, String rule) {
        String text = text(column);
        if (text != null && !shape.matcher(text).matches()) {
            wrong(rule, column, text);
        }
        return text;
    }

    /** ISO, Vietnamese, or the number a spreadsheet keeps for a date. */
    @Nullable
    LocalDate date(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            if (SERIAL.matcher(text).matches()) {
                return SERIAL_ZERO.plusDays(Long.parseLong(text));
            }
            return text.contains("/") ? LocalDate.parse(text, VIETNAMESE) : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            wrong("import-bad-date", column, text);
            return null;
        }
    }

    @Nullable
    Integer number(String column, int least, int most) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        wrong("import-bad-number", column, text);
        return null;
    }

    void wrong(String rule, @Nullable String column, @Nullable String value) {
        sound = false;
        flaws.add(new Flaw(row.number(), Reason.of(rule, column, value)));
    }
}
