package vn.lienthong.hub.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.calendar.CalendarFile;
import vn.lienthong.hub.catalog.calendar.TimeLimit;
import vn.lienthong.hub.catalog.calendar.WorkingTime;
import vn.lienthong.hub.catalog.calendar.WorkingTimes;

/** The working days and sessions of the province, and of agencies that work otherwise. */
@Component
public class WorkingCalendar {

    private final Catalog catalog;

    WorkingCalendar(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The working time of this agency; the province's when it has none of its own, or for null. */
    public WorkingTime of(@Nullable String agencyId) {
        WorkingTimes times = catalog.now().workingTimes();
        return agencyId == null ? times.province() : times.of(agencyId);
    }

    /** As the province's file in force says it, with its decisions. */
    public CalendarFile file() {
        return catalog.now().workingTimes().file();
    }

    public Instant due(Instant received, TimeLimit limit) {
        return of(null).due(received, limit);
    }

    public Duration between(Instant from, Instant until) {
        return of(null).between(from, until);
    }

    public Instant advance(Instant from, Duration working) {
        return of(null).advance(from, working);
    }

    public Instant snap(Instant moment) {
        return of(null).snap(moment);
    }

    public boolean provisional(LocalDate day) {
        return of(null).provisional(day);
    }

    public boolean provisional(Instant from, Instant due) {
        return of(null).provisional(from, due);
    }
}
