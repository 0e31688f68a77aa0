package vn.lienthong.hub.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a dossier; {@code where} is door, register, or the neighbour's or system's name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Moment(
        OffsetDateTime at,
        String where,
        String what,
        @Nullable String detail,
        @Nullable String correlationId) {

    /** One line for a terminal. */
    String line() {
        return "%s  %-9s %s%s".formatted(at.toString(), where, what, detail == null ? "" : "  " + detail);
    }
}
