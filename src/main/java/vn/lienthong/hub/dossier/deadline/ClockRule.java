package vn.lienthong.hub.dossier.deadline;

import vn.lienthong.hub.catalog.calendar.TimeLimit;
import vn.lienthong.hub.catalog.procedure.ProcedureTerms;
import vn.lienthong.hub.catalog.procedure.SupplementPolicy;

/**
 * The rule of a procedure's version by which its deadlines are computed.
 *
 * @param restarts a complete supplement sets the whole limit anew, instead of giving back the time it took
 * @param paymentStops a legal basis says that waiting for payment stops the clock
 */
public record ClockRule(TimeLimit limit, boolean restarts, boolean paymentStops) {

    /** The rule where nothing else is known: a supplement stops the clock, a payment does not. */
    public static ClockRule usual(TimeLimit limit) {
        return new ClockRule(limit, false, false);
    }

    /** The rule of a procedure's version. */
    public static ClockRule of(TimeLimit limit, ProcedureTerms terms) {
        return new ClockRule(
                limit,
                terms.supplement().clock() == SupplementPolicy.Clock.RESTARTS,
                terms.paymentStopsClock() != null);
    }

    /** Whether a stop on this basis counts. */
    public boolean counts(StopBasis basis) {
        return basis != StopBasis.PAYMENT || paymentStops;
    }

    boolean restartsAfter(StopBasis basis) {
        return restarts && basis == StopBasis.SUPPLEMENT;
    }
}
