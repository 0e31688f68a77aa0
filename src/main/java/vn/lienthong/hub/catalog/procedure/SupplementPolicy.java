package vn.lienthong.hub.catalog.procedure;

import org.jspecify.annotations.Nullable;

/**
 * What a request for supplements does to the clock of a procedure.
 *
 * @param days how long the citizen has ({@code ThoiHanBoSung}); null when it is not known
 * @param secondWarns a second open request is warned of
 */
public record SupplementPolicy(Clock clock, @Nullable Integer days, boolean secondWarns) {

    /** As long as nobody says otherwise. */
    public static final SupplementPolicy USUAL = new SupplementPolicy(Clock.STOPS, null, true);

    /** What becomes of the time used so far. */
    public enum Clock {
        /** The clock stops at the request and goes on with the complete supplement. */
        STOPS,
        /** The clock starts from zero with the complete supplement ({@code SuDungYeuCauBoSungTheoNghiDinh}). */
        RESTARTS
    }
}
