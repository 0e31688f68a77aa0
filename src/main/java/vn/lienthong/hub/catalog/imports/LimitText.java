package vn.lienthong.hub.catalog.imports;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.hub.catalog.calendar.TimeLimit;

/** Time limits as catalogues write them: {@code 07 Ngày làm việc}, {@code 4 giờ}, {@code trong ngày}, {@code không}. */
final class LimitText {

    private static final Pattern LIMIT = Pattern.compile(
            "(\\d{1,3})\\s*(ngày làm việc|ngày|giờ làm việc|giờ|tháng|working_days|working_hours|days|months)");

    private LimitText() {}

    /** Whether the text says that there is no limit. */
    static boolean none(String text) {
        return plain(text).equals("không");
    }

    static Optional<TimeLimit> read(String text) {
        String plain = plain(text);
        if (plain.equals("trong ngày") || plain.equals("same_day")) {
            return Optional.of(new TimeLimit(1, TimeLimit.Unit.SAME_DAY));
        }
        Matcher limit = LIMIT.matcher(plain);
        return limit.matches()
                ? Optional.of(new TimeLimit(Integer.parseInt(limit.group(1)), unit(limit.group(2))))
                : Optional.empty();
    }

    private static TimeLimit.Unit unit(String word) {
        return switch (word) {
            case "ngày làm việc", "working_days" -> TimeLimit.Unit.WORKING_DAYS;
            case "ngày", "days" -> TimeLimit.Unit.DAYS;
            case "tháng", "months" -> TimeLimit.Unit.MONTHS;
            default -> TimeLimit.Unit.WORKING_HOURS;
        };
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
