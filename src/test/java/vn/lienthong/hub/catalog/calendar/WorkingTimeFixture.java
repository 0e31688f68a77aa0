package vn.lienthong.hub.catalog.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Working time of a calendar file, for tests of other modules. */
public final class WorkingTimeFixture {

    private WorkingTimeFixture() {}

    public static WorkingTime of(Path calendar) {
        try {
            return new WorkingTime(YAMLMapper.shared().readValue(Files.readString(calendar), CalendarFile.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
