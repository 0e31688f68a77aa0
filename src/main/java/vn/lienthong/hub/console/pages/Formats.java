package vn.lienthong.hub.console.pages;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.time.VietnamTime;

/** How values of the API look on a page: Vietnam time as dd/MM/yyyy HH:mm, numbers and spans in the reader's language. */
public final class Formats {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final DateTimeFormatter DAY_ALONE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String COLUMNS = "·▁▂▃▄▅▆▇█";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final long KILO = 1024;
    private static final long MEGA = KILO * KILO;
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private final Locale language;
    private final Words words;
    private final Clock clock;

    Formats(Locale language, Words words, Clock clock) {
        this.language = language;
        this.words = words;
        this.clock = clock;
    }

    public String moment(@Nullable Object value) {
        return at(value).map(at -> local(at, MOMENT)).orElse("");
    }

    public String exact(@Nullable Object value) {
        return at(value).map(at -> local(at, EXACT)).orElse("");
    }

    /** A day without an hour. */
    public String day(@Nullable Object value) {
        return value != null && ISO_DAY.matcher(value.toString()).matches()
                ? LocalDate.parse(value.toString()).format(DAY_ALONE)
                : "";
    }

    /** How long ago. */
    public String ago(@Nullable Object value) {
        return at(value)
                .map(at -> span(Duration.between(at, clock.instant()).toSeconds()))
                .orElse("");
    }

    /** How long from now. */
    public String until(@Nullable Object value) {
        return at(value)
                .map(at -> span(Duration.between(clock.instant(), at).toSeconds()))
                .orElse("");
    }

    /** Seconds as the largest one or two units. */
    public String span(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return "";
        }
        long seconds = Math.max(0, number.longValue());
        if (seconds < MINUTE) {
            return words.say(language, "span.seconds", seconds);
        }
        if (seconds < HOUR) {
            return words.say(language, "span.minutes", seconds / MINUTE);
        }
        return seconds < DAY
                ? words.say(language, "span.hours", seconds / HOUR, seconds % HOUR / MINUTE)
                : words.say(language, "span.days", seconds / DAY, seconds % DAY / HOUR);
    }

    /** Milliseconds as such below a second, else as a span. */
    public String millis(@Nullable Object value) {
        return value instanceof Number number && number.longValue() < 1000
                ? number(number) + " ms"
                : value instanceof Number number ? span(number.longValue() / 1000) : "";
    }

    public String number(@Nullable Object value) {
        return value instanceof Number number
                ? NumberFormat.getIntegerInstance(language).format(number)
                : "";
    }

    /** A share of one as per cent with one decimal. */
    public String percent(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return "";
        }
        NumberFormat format = NumberFormat.getPercentInstance(language);
        format.setMaximumFractionDigits(1);
        return format.format(number.doubleValue());
    }

    /** Counts as little columns, the tallest for the most. */
    public String spark(@Nullable Object counts) {
        if (!(counts instanceof List<?> list)) {
            return "";
        }
        int most = list.stream().mapToInt(Formats::count).max().orElse(0);
        StringBuilder columns = new StringBuilder();
        list.forEach(count -> columns.append(
                COLUMNS.charAt(most == 0 || count(count) == 0 ? 0 : 1 + (COLUMNS.length() - 2) * count(count) / most)));
        return columns.toString();
    }

    public String sum(@Nullable Object counts) {
        return counts instanceof List<?> list
                ? number(list.stream().mapToInt(Formats::count).sum())
                : "";
    }

    /** Of a list of objects, the sum of a member; with one decimal. */
    public String total(@Nullable Object objects, String member) {
        double sum = objects instanceof List<?> list
                ? list.stream()
                        .mapToDouble(one ->
                                one instanceof Map<?, ?> object && object.get(member) instanceof Number number
                                        ? number.doubleValue()
                                        : 0)
                        .sum()
                : 0;
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(1);
        return format.format(sum);
    }

    /** The sum of those counts that have these names. */
    public String together(@Nullable Object counts, Collection<String> names) {
        return counts instanceof Map<?, ?> map
                ? number(names.stream().mapToInt(name -> count(map.get(name))).sum())
                : "";
    }

    private static int count(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    /** An object or list of the API, indented. */
    public String json(@Nullable Object value) {
        return value == null ? "" : JSON.writeValueAsString(value);
    }

    /** The values of an object of the API, each under its name; those inside others under both names. */
    public Map<String, String> pairs(@Nullable Object value) {
        return Details.of(value);
    }

    /** Which a template cannot write. */
    public String newLine() {
        return "\n";
    }

    /** Bytes as the largest whole unit. */
    public String size(@Nullable Object bytes) {
        long many = bytes instanceof Number number ? number.longValue() : 0;
        return many >= MEGA ? many / MEGA + " MB" : many / KILO + " kB";
    }

    private static String local(Instant at, DateTimeFormatter form) {
        return at.atZone(VietnamTime.ZONE).format(form);
    }

    private static Optional<Instant> at(@Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(value.toString()).toInstant());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
