package vn.lienthong.hub.quality.lists;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Turns a line into a row under a layout; what it cannot read of a line is told by the column. */
final class LineReader {

    private static final char NO_LETTER = '\uFFFD';
    private static final int LONGEST_CODE = 200;

    private final Layout layout;
    private final List<DateTimeFormatter> dates;
    private final Map<String, Integer> statuses = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    LineReader(Layout layout) {
        this.layout = layout;
        this.dates = layout.dates().stream()
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
                .toList();
        statuses.putAll(layout.statuses());
    }

    /** A row, or the column that cannot be read; a word nobody has mapped leaves its column uncompared. */
    record Read(@Nullable ListRow row, Layout.@Nullable Column broken, Map<Layout.Column, String> unmapped) {}

    Read read(Line line) {
        String code = cell(line, Layout.Column.code);
        if (code.isEmpty() || code.length() > LONGEST_CODE || noText(code)) {
            return new Read(null, Layout.Column.code, Map.of());
        }
        Map<Layout.Column, String> unmapped = new EnumMap<>(Layout.Column.class);
        ListRow row = new ListRow(
                code,
                status(cell(line, Layout.Column.status), unmapped),
                moment(line, Layout.Column.receivedAt, unmapped),
                moment(line, Layout.Column.dueAt, unmapped),
                agency(cell(line, Layout.Column.agency), unmapped),
                files(cell(line, Layout.Column.files), unmapped));
        return new Read(row, null, unmapped);
    }

    private String cell(Line line, Layout.Column column) {
        for (String title : layout.titles(column)) {
            String text = line.cells().get(title);
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private @Nullable Integer status(String text, Map<Layout.Column, String> unmapped) {
        if (text.isEmpty()) {
            return null;
        }
        Integer known = statuses.get(text);
        if (known == null) {
            unmapped.put(Layout.Column.status, text);
        }
        return known;
    }

    private @Nullable String agency(String text, Map<Layout.Column, String> unmapped) {
        if (noText(text)) {
            unmapped.put(Layout.Column.agency, text);
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Integer files(String text, Map<Layout.Column, String> unmapped) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException noNumber) {
            unmapped.put(Layout.Column.files, text);
            return null;
        }
    }

    private @Nullable String moment(Line line, Layout.Column column, Map<Layout.Column, String> unmapped) {
        String text = cell(line, column);
        if (text.isEmpty()) {
            return null;
        }
        Optional<String> read = dates.stream()
                .map(pattern -> moment(text, pattern))
                .flatMap(Optional::stream)
                .findFirst();
        if (read.isEmpty()) {
            unmapped.put(column, text);
        }
        return read.orElse(null);
    }

    private static Optional<String> moment(String text, DateTimeFormatter pattern) {
        try {
            TemporalAccessor read = pattern.parseBest(
                    text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof ZonedDateTime zoned) {
                return Optional.of(
                        moment(zoned.withZoneSameInstant(VietnamTime.ZONE).toLocalDateTime()));
            }
            LocalDate day = read.query(TemporalQueries.localDate());
            return Optional.of(read instanceof LocalDateTime exact ? moment(exact) : day.toString());
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }

    private static String moment(LocalDateTime exact) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(exact.withNano(0));
    }

    private static boolean noText(String text) {
        return text.indexOf(NO_LETTER) >= 0 || text.indexOf(0) >= 0;
    }
}
