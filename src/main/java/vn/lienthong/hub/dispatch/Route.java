package vn.lienthong.hub.dispatch;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which system works on a procedure.
 *
 * @param version null for every version
 * @param agency the stable id of the one agency it holds for, null for all
 * @param from the first day
 * @param until the first day after, null while it lasts
 */
record Route(
        String procedure,
        @Nullable Long version,
        @Nullable String agency,
        LocalDate from,
        @Nullable LocalDate until,
        String to,
        @Nullable Boolean provisional,
        @Nullable String source) {

    Route {
        Objects.requireNonNull(procedure, "a route names a procedure");
        Objects.requireNonNull(from, "a route of " + procedure + " has a first day (from)");
        Objects.requireNonNull(to, "a route of " + procedure + " names a system (to)");
    }

    boolean holds(String code, @Nullable Long itsVersion, @Nullable String itsAgency, LocalDate day) {
        return procedure.equals(code)
                && (version == null || version.equals(itsVersion))
                && (agency == null || agency.equals(itsAgency))
                && on(day);
    }

    /** Whether both would hold for some dossier on some day, neither being said more closely than the other. */
    boolean collides(Route other) {
        return procedure.equals(other.procedure)
                && Objects.equals(version, other.version)
                && Objects.equals(agency, other.agency)
                && (until == null || other.from.isBefore(until))
                && (other.until == null || from.isBefore(other.until));
    }

    /** The closer said holds: an agency's own before a version's, that before the procedure's. */
    int closeness() {
        return (agency == null ? 0 : 2) + (version == null ? 0 : 1);
    }

    private boolean on(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
