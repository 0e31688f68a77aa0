package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

class WorkingTimeTest {

    private final WorkingTime time = new WorkingTime(testCalendar());

    @ParameterizedTest(name = "{0} {5}")
    @CsvFileSource(resources = "/catalog/due.csv", numLinesToSkip = 1)
    void isDueWhenTheReferenceSays(
            String name, LocalDateTime received, int amount, TimeLimit.Unit unit, LocalDateTime due, String why) {
        assertThat(time.due(received.toInstant(ZoneOffset.ofHours(7)), new TimeLimit(amount, unit)))
                .as("%s: %s", name, why)
                .isEqualTo(due.toInstant(ZoneOffset.ofHours(7)));
    }

    private static CalendarFile testCalendar() {
        InputStream file = WorkingTimeTest.class.getResourceAsStream("/catalog/calendar-2026.yaml");
        return YAMLMapper.shared().readValue(file, CalendarFile.class);
    }
}
