package vn.lienthong.hub.intake.submissions;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.Outcomes;

/** Counts records per sender as they are accepted and end, once the database has committed, and tells a waiting door. */
@Component
class Tally {

    private final MeterRegistry meters;
    private final ObjectProvider<Outcomes> waiting;

    Tally(MeterRegistry meters, ObjectProvider<Outcomes> waiting) {
        this.meters = meters;
        this.waiting = waiting;
    }

    void accepted(String sender, int records) {
        counter("accepted", sender).increment(records);
    }

    void ended(String sender, Ending ending) {
        counter(ending.state().name().toLowerCase(Locale.ROOT), sender).increment();
    }

    /** Every record of the submission has ended. */
    void settled(UUID receipt) {
        waiting.forEach(outcomes -> outcomes.settled(receipt));
    }

    private Counter counter(String what, String sender) {
        return Counter.builder("lienthong.intake." + what).tag("sender", sender).register(meters);
    }
}
