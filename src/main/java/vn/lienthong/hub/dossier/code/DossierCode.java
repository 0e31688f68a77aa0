package vn.lienthong.hub.dossier.code;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A dossier's number as a unit issued it: unit, date of reception, serial of the day (TT 01/2018/TT-VPCP art. 19 and its
 * successors).
 *
 * @param date null when the digits are no date, which makes the number impossible
 */
public record DossierCode(String unit, @Nullable LocalDate date, long serial) {

    private static final Pattern SHAPE = Pattern.compile(
            "(?<unit>(?:\\d{3}\\.\\d{2}\\.\\d{2,3}\\.)?[A-Z]\\d{2}(?:\\.\\d{1,4}){0,3})-(?<date>\\d{6}|\\d{8})-(?<serial>\\d{3,10})");
    private static final Pattern UNIT =
            Pattern.compile("(?:\\d{3}\\.\\d{2}\\.\\d{2,3}\\.)?[A-Z]\\d{2}(?:\\.\\d{1,4}){0,3}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final int FIRST_YEAR = 2000;

    /** Empty for a code of another shape: somebody else's, kept as it is. */
    public static Optional<DossierCode> parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        return shape.matches()
                ? Optional.of(new DossierCode(
                        shape.group("unit"), day(shape.group("date")), Long.parseLong(shape.group("serial"))))
                : Optional.empty();
    }

    /** The form in which the hub issues: {@code 000.00.14.H52-261122-0001}; the 10,000th of a day has five digits. */
    static String text(String unit, LocalDate day, long serial) {
        return "%s-%s-%04d".formatted(unit, DAY.format(day), serial);
    }

    static boolean isUnit(String code) {
        return UNIT.matcher(code).matches();
    }

    private static @Nullable LocalDate day(String digits) {
        String day = digits.length() == 6 ? "20" + digits : digits;
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(day.substring(0, 4)),
                    Integer.parseInt(day.substring(4, 6)),
                    Integer.parseInt(day.substring(6)));
            return date.getYear() < FIRST_YEAR ? null : date;
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
