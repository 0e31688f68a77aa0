package vn.lienthong.hub.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of {@code procedures.yaml}, of a province or of the demonstration. */
record ProcedureFile(List<Entry> procedures) {

    record Entry(String code, List<Version> versions) {}

    record Version(
            long version,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String name,
            @Nullable String domainCode,
            @Nullable String domainName,
            @Nullable TimeLimit limit,
            boolean limitKnown,
            String source,
            boolean provisional) {

        Period period() {
            return new Period(from, until);
        }

        Procedure of(String code) {
            return new Procedure(code, name, domainCode, domainName, limit, limitKnown, version);
        }
    }
}
