package vn.lienthong.hub.intake.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A point in time as a sender told it, which may have been no more than a day, and what is doubtful about it. */
public record Moment(Instant at, boolean dayOnly, @Nullable String doubt) {

    /** Asia/Ho_Chi_Minh, fixed since 1975. */
    static final ZoneOffset ZONE = ZoneOffset.ofHours(7);

    static Moment day(LocalDate day) {
        return new Moment(day.atStartOfDay(ZONE).toInstant(), true, null);
    }

    /** The time meant where only a day is given, such as the end of the working day for a due date. */
    Moment orAt(LocalTime timeOfDay) {
        return dayOnly ? new Moment(date().atTime(timeOfDay).toInstant(ZONE), true, doubt) : this;
    }

    LocalDate date() {
        return at.atOffset(ZONE).toLocalDate();
    }

    String text() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(ZONE).truncatedTo(ChronoUnit.SECONDS));
    }
}
