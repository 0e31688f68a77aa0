package vn.lienthong.hub.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a dossier.
 *
 * @param where door, register, or the neighbour's or system's name
 * @param issue the key of the issue that it belongs to now; null where it belongs to none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Moment(
        OffsetDateTime at,
        String where,
        String what,
        @Nullable String detail,
        @Nullable String correlationId,
        @Nullable String issue) {

    Moment(OffsetDateTime at, String where, String what, @Nullable String detail, @Nullable String correlationId) {
        this(at, where, what, detail, correlationId, null);
    }

    /** One line for a terminal. */
    String line() {
        String about = (detail == null ? "" : "  " + detail) + (issue == null ? "" : "  issue " + issue);
        return "%s  %-9s %s%s".formatted(at.toString(), where, what, about);
    }
}
