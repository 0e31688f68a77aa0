package vn.lienthong.hub.catalog.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From a day on, until (not including) a day; open when null. */
public record Period(LocalDate from, @Nullable LocalDate until) {

    public Period {
        Objects.requireNonNull(from, "from is missing");
        if (until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("from " + from + " is not before until " + until);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    boolean overlaps(Period other) {
        return (other.until == null || from.isBefore(other.until)) && (until == null || other.from.isBefore(until));
    }

    /** Two versions of one thing on one day would leave the answer to chance. */
    public static void refuseOverlaps(String what, List<Period> versions) {
        for (int one = 0; one < versions.size(); one++) {
            for (int other = one + 1; other < versions.size(); other++) {
                if (versions.get(one).overlaps(versions.get(other))) {
                    throw new IllegalArgumentException(what + ": the versions from "
                            + versions.get(one).from() + " and from "
                            + versions.get(other).from() + " overlap");
                }
            }
        }
    }
}
