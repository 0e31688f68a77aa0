package vn.lienthong.hub.intake.submissions;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.Outcomes;

/** Counts records per sender as they are accepted and end, once the database has committed, and tells a waiting door. */
@Component
class Tally {

    private final MeterRegistry meters;
    private final Senders senders;
    private final SingletonSupplier<List<Outcomes>> waiting;
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();

    Tally(MeterRegistry meters, Senders senders, ObjectProvider<Outcomes> waiting) {
        this.meters = meters;
        this.waiting = SingletonSupplier.of(() -> waiting.stream().toList());
        this.senders = senders;
    }

    /** A series that starts with its first event hides that event from a rate. */
    @EventListener(ApplicationReadyEvent.class)
    void startAtZero() {
        for (Sender sender : senders.all()) {
            for (String what : List.of("accepted", "registered", "refused", "parked")) {
                counter(what, sender.id());
            }
        }
    }

    void accepted(String sender, int records) {
        counter("accepted", sender).increment(records);
    }

    void ended(String sender, Ending ending) {
        counter(ending.state().name(), sender).increment();
    }

    /** Every record of the submission has ended. */
    void settled(UUID receipt) {
        waiting.obtain().forEach(outcomes -> outcomes.settled(receipt));
    }

    private Counter counter(String what, String sender) {
        return counters.computeIfAbsent(
                new Key(what, sender),
                key -> Counter.builder("lienthong.intake." + what.toLowerCase(Locale.ROOT))
                        .tag("sender", sender)
                        .register(meters));
    }

    private record Key(String what, String sender) {}
}
