package vn.lienthong.hub.portal.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.catalog.WorkingCalendar;
import vn.lienthong.hub.catalog.calendar.CalendarFile;

/** The working time of a year: sessions, days off and days worked instead, each with the decision it rests on. */
@RestController
class CalendarEndpoint {

    private final WorkingCalendar calendar;
    private final AsOf asOf;

    CalendarEndpoint(WorkingCalendar calendar, AsOf asOf) {
        this.calendar = calendar;
        this.asOf = asOf;
    }

    /** What a day is that is not as its day of the week. */
    enum Kind {
        OFF,
        MAKE_UP
    }

    /** @param agency whose it is; absent for the whole province */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            LocalDate day,
            Kind kind,
            @Nullable String agency,
            String name,
            @Nullable LocalDate insteadOf,
            @Nullable String decision,
            boolean provisional) {}

    /** @param provisional whether no decision on the year's days off is at hand */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Year(
            int year,
            boolean provisional,
            @Nullable String decision,
            SortedSet<DayOfWeek> week,
            List<CalendarFile.Session> sessions,
            LocalTime sameDayCutOff,
            List<Line> days) {}

    @GetMapping("/api/v1/catalog/calendar")
    Mono<Year> year(@RequestParam(name = "year", required = false) @Nullable Integer year) {
        int asked = year == null ? asOf.day(null).getYear() : year;
        return asOf.answer(() -> of(calendar.file(), asked));
    }

    private static Year of(CalendarFile file, int year) {
        CalendarFile.@Nullable Year decided =
                Objects.requireNonNullElse(file.years(), List.<CalendarFile.Year>of()).stream()
                        .filter(one -> one.year() == year)
                        .findFirst()
                        .orElse(null);
        Stream<Line> own = file.owns().stream()
                .flatMap(one -> Stream.concat(
                        lines(Kind.OFF, one.agency(), one.daysOff()),
                        lines(Kind.MAKE_UP, one.agency(), one.makeUpDays())));
        Stream<Line> common =
                Stream.concat(lines(Kind.OFF, null, file.daysOff()), lines(Kind.MAKE_UP, null, file.makeUpDays()));
        return new Year(
                year,
                decided == null || decided.provisional(),
                decided == null ? null : decided.decision(),
                new TreeSet<>(file.week()),
                file.sessions(),
                file.sameDayCutOff(),
                Stream.concat(common, own)
                        .filter(line -> line.day().getYear() == year)
                        .sorted(Comparator.comparing(Line::day))
                        .toList());
    }

    private static Stream<Line> lines(Kind kind, @Nullable String agency, @Nullable List<CalendarFile.Day> days) {
        return Objects.requireNonNullElse(days, List.<CalendarFile.Day>of()).stream()
                .map(day -> new Line(
                        day.day(), kind, agency, day.name(), day.insteadOf(), day.decision(), day.provisional()));
    }
}
