package vn.lienthong.hub.intake.value;

import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rules for dates. */
final class DateRules {

    static final String IMPOSSIBLE = "impossible-date";

    private DateRules() {}

    static ValueRule moment(RuleOptions options, Function<String, Optional<Moment>> read) {
        @Nullable LocalTime timeOfDay = options.timeOfDay();
        return (value, today) -> read(value, read, moment -> {
            Moment meant = timeOfDay == null ? moment : moment.orAt(timeOfDay);
            return Ruled.kept(meant.text());
        });
    }

    static ValueRule day() {
        return (value, today) -> read(
                value, VietnameseDate::read, moment -> Ruled.kept(moment.date().toString()));
    }

    private static Ruled read(JsonNode value, Function<String, Optional<Moment>> read, Function<Moment, Ruled> kept) {
        String text = Scalars.text(value);
        // a long that was never set
        if (text.equals("0")) {
            return Ruled.NONE;
        }
        return read.apply(text).map(kept).orElseGet(() -> Ruled.broken(IMPOSSIBLE));
    }
}
