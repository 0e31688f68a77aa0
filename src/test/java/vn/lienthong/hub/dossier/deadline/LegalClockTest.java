package vn.lienthong.hub.dossier.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.lienthong.hub.catalog.calendar.TimeLimit;
import vn.lienthong.hub.catalog.calendar.TimeLimit.Unit;
import vn.lienthong.hub.catalog.calendar.WorkingTimeFixture;

/** The vectors of {@code deadlines/*.csv}. */
class LegalClockTest {

    private static final Path FILES = Path.of("src/test/resources");
    private static final LegalClock CLOCK = clock("catalog/calendar-2026.yaml");
    private static final LegalClock CLOCK_2024 = clock("deadlines/calendar-2024.yaml");

    @ParameterizedTest(name = "{0} {7}")
    @CsvFileSource(resources = "/deadlines/vectors.csv", numLinesToSkip = 1)
    void isDueWhenTheVectorSays(
            String name,
            LocalDateTime received,
            int amount,
            Unit unit,
            @Nullable String stops,
            @Nullable String rule,
            LocalDateTime due,
            String why) {
        ClockRule by = new ClockRule(new TimeLimit(amount, unit), "restarts".equals(rule), "payment".equals(rule));
        assertThat(deadline(CLOCK, received, by, stops).current()).as(why).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0} {4}")
    @CsvFileSource(resources = "/deadlines/reception.csv", numLinesToSkip = 1)
    void answersAnOnlineDossierInEightWorkingHours(
            String name, LocalDateTime submitted, @Nullable LocalDateTime paid, LocalDateTime due, String why) {
        assertThat(CLOCK.reception(at(submitted), paid == null ? null : at(paid)))
                .as(why)
                .isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{1} {2} h {5}")
    @CsvFileSource(resources = "/deadlines/legacy.csv", numLinesToSkip = 1)
    void differsFromTheLegacyCalculatorOnlyWhereThatWasWrong(
            int calendar, LocalDateTime received, int hours, LocalDateTime legacy, LocalDateTime hub, String comment) {
        ClockRule rule = ClockRule.usual(new TimeLimit(hours, Unit.WORKING_HOURS));
        LegalClock clock = calendar == 2024 ? CLOCK_2024 : CLOCK;
        assertThat(deadline(clock, received, rule, null).current()).as(comment).isEqualTo(at(hub));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/deadlines/defects.csv", numLinesToSkip = 2)
    void hasNoneOfTheKnownDefects(
            String defect,
            LocalDateTime received,
            int amount,
            Unit unit,
            @Nullable String stops,
            LocalDateTime wrong,
            LocalDateTime due) {
        Deadline deadline = deadline(CLOCK, received, ClockRule.usual(new TimeLimit(amount, unit)), stops);
        assertThat(deadline.current()).isEqualTo(at(due)).isNotEqualTo(at(wrong));
    }

    /** Defect 5: an exception was swallowed and 0001-01-01 returned. */
    @Test
    void saysThatItCannotComputeInsteadOfInventingADate() {
        ClockRule endless = ClockRule.usual(new TimeLimit(100_000, Unit.WORKING_DAYS));
        assertThatIllegalStateException()
                .isThrownBy(() -> CLOCK.original(at(LocalDateTime.parse("2026-10-05T09:00")), endless));
    }

    /** Defect 8: one report compared by the minute, another by the day. */
    @Test
    void judgesByTheMinuteEverywhere() {
        Instant due = at(LocalDateTime.parse("2026-10-05T16:00"));
        assertThat(Deadline.met(due, due)).isTrue();
        assertThat(Deadline.met(due.plusSeconds(60), due)).isFalse();
    }

    @Test
    void tellsEachAdjustmentWithItsBasisAndForm() {
        String stops = "SUPPLEMENT 2026-10-06T09:00 2026-10-07T09:00;WITHDRAWAL 2026-10-08T14:00 2026-10-09T14:00";
        Deadline deadline = deadline(
                CLOCK, LocalDateTime.parse("2026-10-05T09:00"), ClockRule.usual(TimeLimit.workingDays(5)), stops);

        assertThat(deadline.original()).isEqualTo(at(LocalDateTime.parse("2026-10-12T09:00")));
        assertThat(deadline.adjustments())
                .extracting(
                        Adjustment::reason,
                        Adjustment::form,
                        adjustment -> local(adjustment.before()).getDayOfWeek())
                .containsExactly(
                        tuple("SUPPLEMENT", "02", DayOfWeek.MONDAY), tuple("WITHDRAWAL", null, DayOfWeek.TUESDAY));
        assertThat(deadline.adjustments().getLast().after()).isEqualTo(deadline.current());
    }

    private static Deadline deadline(LegalClock clock, LocalDateTime received, ClockRule rule, @Nullable String stops) {
        return clock.after(at(received), clock.original(at(received), rule), rule, stops(stops));
    }

    private static List<Stop> stops(@Nullable String text) {
        List<Stop> stops = new ArrayList<>();
        int seq = 1;
        for (String stop : text == null ? new String[0] : text.split(";")) {
            String[] parts = stop.split(" ");
            Stop open = Stop.open(seq++, StopBasis.valueOf(parts[0]), at(LocalDateTime.parse(parts[1])));
            stops.add(parts[2].equals("-") ? open : open.ended(seq++, at(LocalDateTime.parse(parts[2]))));
        }
        return stops;
    }

    private static LegalClock clock(String calendar) {
        return new LegalClock(WorkingTimeFixture.of(FILES.resolve(calendar)));
    }

    private static Instant at(LocalDateTime local) {
        return local.toInstant(ZoneOffset.ofHours(7));
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.ofHours(7));
    }
}
