package vn.lienthong.hub.catalog;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From a day on, until (not including) a day; open when null. */
record Period(LocalDate from, @Nullable LocalDate until) {

    Period {
        Objects.requireNonNull(from, "from is missing");
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    boolean overlaps(Period other) {
        return (other.until == null || from.isBefore(other.until)) && (until == null || other.from.isBefore(until));
    }
}
