package vn.lienthong.hub.catalog.agency;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a code or name of an agency stands for on a date. */
public sealed interface Resolution {

    /** Exactly one agency. */
    record Found(Agency agency) implements Resolution {}

    /** No agency ever bore it. */
    record Unknown() implements Resolution {}

    /**
     * It stood for an agency before, or will later, and for none on that date.
     *
     * @param from the first day of the time nearest to the date in which it was valid
     * @param until the first day after that time
     * @param successors ids of the agencies that answer on the date for the one that bore it
     */
    record OutOfDate(
            String agencyId, LocalDate from, @Nullable LocalDate until, List<String> successors)
            implements Resolution {}

    /** Several agencies share it that day and the procedure does not decide. */
    record Ambiguous(List<Agency> agencies) implements Resolution {}
}
