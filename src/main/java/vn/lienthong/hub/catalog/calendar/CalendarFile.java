package vn.lienthong.hub.catalog.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of {@code province/<province>/calendar.yaml}. */
public record CalendarFile(
        Set<DayOfWeek> week,
        List<Session> sessions,
        LocalTime sameDayCutOff,
        @Nullable List<Year> years,
        List<Day> daysOff,
        List<Day> makeUpDays,
        @Nullable List<Own> agencies) {

    /** A stretch of working time in a day. */
    public record Session(LocalTime from, LocalTime until) {}

    /** A year whose days off were decided; one that is not listed is provisional. */
    public record Year(int year, String decision, boolean provisional) {}

    /** @param insteadOf the day that this one compensates or is swapped with */
    public record Day(
            LocalDate day,
            String name,
            @Nullable LocalDate insteadOf,
            @Nullable String decision,
            boolean provisional) {}

    /** What one agency does otherwise: what is missing is as in the province. */
    public record Own(
            String agency,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Set<DayOfWeek> week,
            @Nullable List<Session> sessions,
            @Nullable List<Session> saturday,
            @Nullable List<Day> daysOff,
            @Nullable List<Day> makeUpDays,
            String decision,
            boolean provisional) {

        Period period() {
            return new Period(from, until);
        }
    }

    List<Own> ownOf(String agency) {
        return owns().stream().filter(own -> own.agency().equals(agency)).toList();
    }

    public List<Own> owns() {
        return Objects.requireNonNullElse(agencies, List.of());
    }

    /** The years that rest on a decision. */
    Set<Integer> decided() {
        return Objects.requireNonNullElse(years, List.<Year>of()).stream()
                .filter(year -> !year.provisional())
                .map(Year::year)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Set<LocalDate> dates(@Nullable List<Day> days) {
        return Objects.requireNonNullElse(days, List.<Day>of()).stream()
                .map(Day::day)
                .collect(Collectors.toUnmodifiableSet());
    }
}
