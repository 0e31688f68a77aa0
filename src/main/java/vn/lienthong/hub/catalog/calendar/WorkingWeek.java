package vn.lienthong.hub.catalog.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The working days of the province or of one of its agencies, and the sessions of each. */
record WorkingWeek(
        Set<DayOfWeek> week,
        List<CalendarFile.Session> usual,
        List<CalendarFile.Session> saturday,
        Set<LocalDate> daysOff,
        Set<LocalDate> makeUpDays) {

    static WorkingWeek of(CalendarFile province) {
        return new WorkingWeek(
                province.week(),
                province.sessions(),
                List.of(),
                CalendarFile.dates(province.daysOff()),
                CalendarFile.dates(province.makeUpDays()));
    }

    WorkingWeek with(CalendarFile.Own own) {
        return new WorkingWeek(
                Objects.requireNonNullElse(own.week(), week),
                Objects.requireNonNullElse(own.sessions(), usual),
                Objects.requireNonNullElse(own.saturday(), saturday),
                and(daysOff, own.daysOff()),
                and(makeUpDays, own.makeUpDays()));
    }

    /** Empty on a day off. A day worked in another's place is worked as usual, also when it is a Saturday. */
    List<CalendarFile.Session> sessions(LocalDate day) {
        if (makeUpDays.contains(day)) {
            return usual;
        }
        if (daysOff.contains(day)) {
            return List.of();
        }
        if (week.contains(day.getDayOfWeek())) {
            return usual;
        }
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? saturday : List.of();
    }

    private static Set<LocalDate> and(Set<LocalDate> days, @Nullable List<CalendarFile.Day> more) {
        Set<LocalDate> both = new HashSet<>(days);
        both.addAll(CalendarFile.dates(more));
        return Set.copyOf(both);
    }
}
