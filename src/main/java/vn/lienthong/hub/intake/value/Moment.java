package vn.lienthong.hub.intake.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.time.VietnamTime;

/** A point in time as a sender told it, which may have been no more than a day, and what is doubtful about it. */
public record Moment(Instant at, boolean dayOnly, @Nullable String doubt) {

    static Moment day(LocalDate day) {
        return new Moment(day.atStartOfDay(VietnamTime.OFFSET).toInstant(), true, null);
    }

    /** The time meant where only a day is given, such as the end of the working day for a due date. */
    Moment orAt(LocalTime timeOfDay) {
        return dayOnly ? new Moment(date().atTime(timeOfDay).toInstant(VietnamTime.OFFSET), true, doubt) : this;
    }

    LocalDate date() {
        return at.atOffset(VietnamTime.OFFSET).toLocalDate();
    }

    String text() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.atOffset(VietnamTime.OFFSET).truncatedTo(ChronoUnit.SECONDS));
    }
}
