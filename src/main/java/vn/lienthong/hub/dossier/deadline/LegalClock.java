package vn.lienthong.hub.dossier.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.calendar.TimeLimit;
import vn.lienthong.hub.catalog.calendar.WorkingTime;

/** Computes deadlines in an agency's working time (life cycle reference, section 4). */
public final class LegalClock {

    private static final TimeLimit RECEPTION = new TimeLimit(8, TimeLimit.Unit.WORKING_HOURS);

    private final WorkingTime time;

    public LegalClock(WorkingTime time) {
        this.time = time;
    }

    /** Until when an online dossier must be accepted or answered: 8 working hours, from the payment where that is due first. */
    public Instant reception(Instant submitted, @Nullable Instant paid) {
        return time.due(paid == null ? submitted : paid, RECEPTION);
    }

    public Instant original(Instant received, ClockRule rule) {
        return time.due(received, rule.limit());
    }

    /** The deadline after these stops, oldest first; the original, once set, is never computed again. */
    public Deadline after(Instant received, Instant original, ClockRule rule, List<Stop> stops) {
        Instant current = original;
        Instant counted = received;
        List<Adjustment> adjustments = new ArrayList<>();
        for (Stop stop : stops) {
            Instant until = stop.until();
            Integer seq = stop.untilSeq();
            if (until != null && seq != null && rule.counts(stop.basis()) && until.isAfter(counted)) {
                Instant before = current;
                current = moved(current, later(stop.from(), counted), until, rule, stop.basis());
                counted = until;
                if (!current.equals(before)) {
                    adjustments.add(Adjustment.after(stop, seq, before, current));
                }
            }
        }
        return new Deadline(original, current, adjustments, time.provisional(received, current));
    }

    private Instant moved(Instant due, Instant from, Instant until, ClockRule rule, StopBasis basis) {
        return rule.restartsAfter(basis) ? time.due(until, rule.limit()) : time.advance(due, time.between(from, until));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
