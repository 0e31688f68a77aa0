package vn.lienthong.hub.catalog.calendar;

import java.util.Map;
import java.util.stream.Collectors;

/** The working time of the province and of each agency that has its own, with the file that says so. */
public record WorkingTimes(CalendarFile file, WorkingTime province, Map<String, WorkingTime> own) {

    public static WorkingTimes of(CalendarFile calendar) {
        Map<String, WorkingTime> own = calendar.owns().stream()
                .map(CalendarFile.Own::agency)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(
                        agency -> agency, agency -> new WorkingTime(calendar, calendar.ownOf(agency))));
        return new WorkingTimes(calendar, new WorkingTime(calendar), own);
    }

    public WorkingTime of(String agencyId) {
        return own.getOrDefault(agencyId, province);
    }
}
