package vn.lienthong.hub.intake.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rules for dates. */
final class DateRules {

    private static final Pattern YEAR = Pattern.compile("01(?:18[5-9]|19\\d|20\\d|21[0-4])\\d");
    private static final Pattern MONTH = Pattern.compile("\\d{2}(?:19|20)\\d{2}");
    private static final int NEAR_DAYS = 31;

    private DateRules() {}

    static ValueRule moment(RuleOptions options, Function<String, Optional<Moment>> read) {
        @Nullable LocalTime timeOfDay = options.timeOfDay();
        return (value, today) -> read(value, read, moment -> {
            Moment meant = timeOfDay == null ? moment : moment.orAt(timeOfDay);
            return Ruled.doubted(meant.text(), doubt(meant, options, today));
        });
    }

    static ValueRule day() {
        return (value, today) -> read(
                value, VietnameseDate::read, moment -> Ruled.kept(moment.date().toString()));
    }

    /** A year alone, such as a parent's year of birth. */
    static ValueRule year() {
        return (value, today) -> read(value, text -> period(YEAR, "01" + text), from -> Ruled.kept(from.getYear()));
    }

    /** A month as MMyyyy, the period of a contribution. */
    static ValueRule month() {
        return (value, today) -> read(
                value,
                text -> period(MONTH, text),
                from -> Ruled.kept(YearMonth.from(from).toString()));
    }

    // people file at night; of a date near today the month is right
    private static @Nullable String doubt(Moment moment, RuleOptions options, LocalDate today) {
        String doubt = moment.doubt();
        if (VietnameseDate.TWELVE_HOURS.equals(doubt)) {
            return options.officeHours() ? doubt : null;
        }
        boolean near = Math.abs(ChronoUnit.DAYS.between(moment.date(), today)) <= NEAR_DAYS;
        return near ? null : doubt;
    }

    private static Optional<LocalDate> period(Pattern form, String text) {
        try {
            return form.matcher(text).matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(text.substring(2)), Integer.parseInt(text.substring(0, 2)), 1))
                    : Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static <T> Ruled read(JsonNode value, Function<String, Optional<T>> read, Function<T, Ruled> kept) {
        String text = Scalars.text(value);
        // a long that was never set
        if (text.equals("0")) {
            return Ruled.NONE;
        }
        return read.apply(text).map(kept).orElseGet(() -> Ruled.broken(VietnameseDate.broken(text)));
    }
}
