package vn.lienthong.identity.staff;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rights with their days.
 *
 * @param department the sender, for a department's user only
 * @param agency the code of the agency whose person it is
 * @param until the first moment at which they no longer hold, absent when open
 */
record Grant(
        StaffRole role,
        @Nullable String department,
        @Nullable String agency,
        Instant from,
        @Nullable Instant until) {

    /** As exact as the table keeps moments, or the same moment would lie before or after itself. */
    @SuppressWarnings("NullAway") // an absent end stays absent
    Grant {
        from = from.truncatedTo(ChronoUnit.MICROS);
        until = until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
    }

    Grant beginning(Instant moment) {
        return new Grant(role, department, agency, moment, until);
    }

    boolean holdsAt(Instant now) {
        return !now.isBefore(from) && (until == null || now.isBefore(until));
    }
}
