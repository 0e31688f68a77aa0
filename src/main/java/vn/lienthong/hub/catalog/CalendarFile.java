package vn.lienthong.hub.catalog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The form of {@code province/<province>/calendar.yaml}. */
record CalendarFile(
        Set<DayOfWeek> week, List<Session> sessions, LocalTime sameDayCutOff, List<Day> daysOff, List<Day> makeUpDays) {

    /** A stretch of working time in a day. */
    record Session(LocalTime from, LocalTime until) {}

    record Day(LocalDate day, String name, boolean provisional) {}

    static Set<LocalDate> dates(List<Day> days) {
        return days.stream().map(Day::day).collect(Collectors.toUnmodifiableSet());
    }
}
