package vn.lienthong.hub.intake.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Every date form seen in the departments' systems; a date that no calendar has, such as 31/02, is none of them. */
public final class VietnameseDate {

    private static final String TIME = "(?:[ T]+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})"
            + "(?:[.,](?<fraction>\\d{1,9}))?)?\\s?(?<zone>Z|[+-]\\d{2}:?\\d{2})?)?";
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>\\d{1,2})(?<dash>[/.-])(?<month>\\d{1,2})\\k<dash>(?<year>\\d{4})" + TIME);
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})(?<dash>[/-])(?<month>\\d{1,2})\\k<dash>(?<day>\\d{1,2})" + TIME);
    private static final Pattern COMPACT = Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})"
            + "(?:(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})(?<fraction>\\d{3})?(?<zone>Z)?)?");
    private static final Pattern EPOCH_MILLIS = Pattern.compile("\\d{12,13}");
    static final String IMPOSSIBLE = "impossible-date";
    static final String DATE_WITH_MINUTES = "minutes-as-month";

    /** A local hour at which no office works, but which {@code hh} for {@code HH} makes of an afternoon. */
    static final String TWELVE_HOURS = "perhaps-12-hour-clock";

    /** Java's {@code dd/mm/yyyy}: the minutes stand where the month belongs. */
    static final String MINUTES_AS_MONTH = "perhaps-minutes-as-month";

    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2150;
    private static final int LAST_HOUR_OF_AFTERNOON = 5;

    private VietnameseDate() {}

    /** The moment a text tells; empty when it is no possible date. */
    public static Optional<Moment> read(String text) {
        Pattern form = switch (leadingDigits(text)) {
            case 1, 2 -> DAY_FIRST;
            case 4 -> YEAR_FIRST;
            default -> COMPACT;
        };
        Matcher parts = form.matcher(text);
        return parts.matches() ? moment(parts) : Optional.empty();
    }

    /** As {@link #read}, and milliseconds since 1970 as well. */
    public static Optional<Moment> readOrEpoch(String text) {
        if (!EPOCH_MILLIS.matcher(text).matches()) {
            return read(text);
        }
        return Optional.of(new Moment(Instant.ofEpochMilli(Long.parseLong(text)), false, null));
    }

    /** The rule that a text breaks which is no possible date. */
    public static String broken(String text) {
        Matcher parts = DAY_FIRST.matcher(text);
        return parts.matches() && minutesAsMonth(parts) ? DATE_WITH_MINUTES : IMPOSSIBLE;
    }

    private static boolean minutesAsMonth(Matcher parts) {
        return parts.pattern() == DAY_FIRST && parts.group("month").equals(parts.group("minute"));
    }

    private static Optional<Moment> moment(Matcher parts) {
        try {
            int year = number(parts, "year");
            LocalDate day = LocalDate.of(year, number(parts, "month"), number(parts, "day"));
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                return Optional.empty();
            }
            return Optional.of(parts.group("hour") == null ? Moment.day(day) : at(day.atTime(time(parts)), parts));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static LocalTime time(Matcher parts) {
        String fraction = parts.group("fraction");
        int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
        return LocalTime.of(number(parts, "hour"), number(parts, "minute"), number(parts, "second"), nanos);
    }

    private static Moment at(LocalDateTime local, Matcher parts) {
        @Nullable String zone = parts.group("zone");
        Instant at = local.toInstant(zone == null ? VietnamTime.OFFSET : ZoneOffset.of(colon(zone)));
        return new Moment(at, false, zone == null ? doubt(local.getHour(), parts) : null);
    }

    private static @Nullable String doubt(int hour, Matcher parts) {
        if (minutesAsMonth(parts)) {
            return MINUTES_AS_MONTH;
        }
        return hour >= 1 && hour <= LAST_HOUR_OF_AFTERNOON ? TWELVE_HOURS : null;
    }

    private static String colon(String zone) {
        return zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
    }

    private static int leadingDigits(String text) {
        int count = 0;
        while (count < text.length() && Character.isDigit(text.charAt(count))) {
            count++;
        }
        return count;
    }

    private static int number(Matcher parts, String name) {
        String digits = parts.group(name);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
