package vn.lienthong.hub.catalog.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.agency.Resolution;

/**
 * The agency that an import names by its id, a code or a name of that day.
 *
 * @param id null when it is not one agency
 * @param rule the rule that is broken then
 */
record NamedAgency(@Nullable String id, String rule) {

    static NamedAgency of(String text, LocalDate on, Agencies agencies) {
        if (agencies.find(text, on).isPresent()) {
            return new NamedAgency(text, "");
        }
        return switch (agencies.resolve(text, null, on)) {
            case Resolution.Found found -> new NamedAgency(found.agency().id(), "");
            case Resolution.Ambiguous several -> new NamedAgency(null, "import-ambiguous-agency");
            case Resolution.Unknown unknown -> new NamedAgency(null, "import-unknown-agency");
            case Resolution.OutOfDate old -> new NamedAgency(null, "import-agency-out-of-date");
        };
    }
}
