package vn.lienthong.hub.intake.value;

import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a mapping may say to its value rule beside the rule's name.
 *
 * @param officeHours the value is the time of an act of an office, which is not done at night
 */
public record RuleOptions(
        Map<String, @Nullable String> list,
        int max,
        @Nullable LocalTime timeOfDay,
        boolean restoreZeros,
        boolean officeHours) {}
