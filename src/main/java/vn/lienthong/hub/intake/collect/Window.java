package vn.lienthong.hub.intake.collect;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * The time a look asks for: from a little before where the last good one ended, since what changed at that moment may show
 * later, until now.
 *
 * @param most the longest time asked for at once, so that a long absence is caught up with in parts
 */
record Window(Instant start, Duration overlap, Duration most, DateTimeFormatter format) {

    /** From when to when; {@code more} when that does not reach the present. */
    record Span(Instant from, Instant to, boolean more) {}

    static @Nullable Window read(Section section) {
        if (!section.given()) {
            return null;
        }
        return new Window(
                start(section),
                section.duration("overlap", Duration.ofMinutes(30)),
                section.duration("most", Duration.ofDays(1)),
                format(section));
    }

    Span after(@Nullable String cursor, Instant now) {
        Instant reached = cursor == null ? start : Instant.parse(cursor);
        Instant end = reached.plus(most);
        boolean more = end.isBefore(now);
        return new Span(cursor == null ? start : reached.minus(overlap), more ? end : now, more);
    }

    String text(Instant time) {
        return format.format(time);
    }

    private static Instant start(Section section) {
        String text = section.text("start");
        try {
            return LocalDate.parse(text).atStartOfDay(VietnamTime.ZONE).toInstant();
        } catch (DateTimeException unreadable) {
            throw section.wrong("start", "is a day such as 2026-08-01, not '" + text + "'");
        }
    }

    private static DateTimeFormatter format(Section section) {
        String text = section.text("format", "yyyy-MM-dd'T'HH:mm:ss");
        try {
            return DateTimeFormatter.ofPattern(text).withZone(VietnamTime.ZONE);
        } catch (IllegalArgumentException unreadable) {
            throw section.wrong("format", "is no pattern of a time: '" + text + "'");
        }
    }
}
