package vn.lienthong.hub.dossier;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.time.VietnamTime;

/** When an event counts as having happened (delivery.md §4): the time at the source, else the door's. */
record HistoryOrder(Instant at, boolean future) {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

    static HistoryOrder of(@Nullable Instant source, TimeSource precision, Instant door) {
        if (source == null || precision == TimeSource.DOOR) {
            return new HistoryOrder(door, false);
        }
        Instant at = precision == TimeSource.DAY ? withinDay(source, door) : source;
        return at.isAfter(door.plus(TOLERANCE)) ? new HistoryOrder(door, true) : new HistoryOrder(at, false);
    }

    // A bare date of today can only mean "by now". A bare date of an earlier day means "by the end of that working
    // day": after every timed step of the day, before any of the next.
    private static Instant withinDay(Instant source, Instant door) {
        LocalDate day = LocalDate.ofInstant(source, VietnamTime.ZONE);
        return day.equals(LocalDate.ofInstant(door, VietnamTime.ZONE))
                ? door
                : day.atTime(END_OF_DAY).atZone(VietnamTime.ZONE).toInstant();
    }
}
