package vn.lienthong.hub.catalog.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

class WorkingTimeTest {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final WorkingTime time = new WorkingTime(calendar("calendar-2026"));
    private final WorkingTimes several = WorkingTimes.of(calendar("calendar-own"));

    @ParameterizedTest(name = "{0} {5}")
    @CsvFileSource(resources = "/catalog/due.csv", numLinesToSkip = 1)
    void isDueWhenTheReferenceSays(
            String name, LocalDateTime received, int amount, TimeLimit.Unit unit, LocalDateTime due, String why) {
        assertThat(time.due(at(received), new TimeLimit(amount, unit)))
                .as("%s: %s", name, why)
                .isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0} {6}")
    @CsvFileSource(resources = "/catalog/working-time.csv", numLinesToSkip = 1)
    void countsWorkingTimeOnly(
            String name,
            String question,
            LocalDateTime from,
            @Nullable LocalDateTime until,
            @Nullable Integer minutes,
            @Nullable LocalDateTime moment,
            String why) {
        Object answer = switch (question) {
            case "between" -> time.between(at(from), at(Objects.requireNonNull(until)));
            case "advance" -> time.advance(at(from), Duration.ofMinutes(Objects.requireNonNull(minutes)));
            case "snap" -> time.snap(at(from));
            default -> throw new IllegalArgumentException(question);
        };
        assertThat(answer)
                .as("%s: %s", name, why)
                .isEqualTo(moment == null ? Duration.ofMinutes(Objects.requireNonNull(minutes)) : at(moment));
    }

    @Test
    void countsSaturdayMorningsOnlyForTheAgencyThatWorksThemAndSinceItDoes() {
        WorkingTime desk = several.of("saturday-desk");
        assertThat(desk.snap(at("2026-10-17T06:00"))).isEqualTo(at("2026-10-17T07:30"));
        assertThat(desk.snap(at("2026-06-27T06:00"))).isEqualTo(at("2026-06-29T07:00"));
        assertThat(several.province().snap(at("2026-10-17T06:00"))).isEqualTo(at("2026-10-19T07:00"));
    }

    @Test
    void keepsTheProvincesDaysOffForAnAgencyWithItsOwnSessions() {
        assertThat(several.of("saturday-desk").working(LocalDate.of(2026, 10, 10)))
                .isFalse();
        assertThat(several.of("late-desk").due(at("2026-10-05T09:00"), TimeLimit.workingDays(1)))
                .as("Tuesday the sixth is its own day off")
                .isEqualTo(at("2026-10-07T20:00"));
    }

    @Test
    void givesAnAgencyWithoutItsOwnTheProvincesCalendar() {
        assertThat(several.of("another")).isSameAs(several.province());
    }

    @Test
    void saysThatADueDateRestsOnAYearNobodyDecided() {
        WorkingTime decided = several.province();
        assertThat(decided.provisional(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(decided.provisional(LocalDate.of(2027, 1, 1)))
                .as("listed, not decided")
                .isTrue();
        assertThat(decided.provisional(LocalDate.of(2028, 1, 1)))
                .as("not listed")
                .isTrue();
        assertThat(decided.provisional(at("2026-12-30T09:00"), at("2026-12-31T09:00")))
                .isFalse();
        assertThat(decided.provisional(at("2026-12-30T09:00"), at("2028-01-05T09:00")))
                .isTrue();
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.toInstant(VIETNAM);
    }

    private static CalendarFile calendar(String name) {
        InputStream file = WorkingTimeTest.class.getResourceAsStream("/catalog/" + name + ".yaml");
        return YAMLMapper.shared().readValue(file, CalendarFile.class);
    }
}
