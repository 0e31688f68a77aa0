package vn.lienthong.hub.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.http.ProblemException;

/** Counts what the door takes and turns away. */
@Component
class DoorMeters {

    private final MeterRegistry meters;
    private final ConcurrentMap<String, Timer> accepted = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Counter> rejected = new ConcurrentHashMap<>();

    DoorMeters(MeterRegistry meters, Turnstile turnstile, BrokerDoor broker) {
        this.meters = meters;
        Gauge.builder("lienthong.door.inside", turnstile, Turnstile::inside)
                .description("Submissions being taken right now")
                .register(meters);
        Gauge.builder("lienthong.door.open", broker, door -> door.open() ? 1 : 0)
                .description("1 while the door reaches the broker")
                .register(meters);
    }

    void accepted(String sender, long startedNanos) {
        accepted.computeIfAbsent(sender, this::timer).record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
    }

    void rejected(Throwable cause) {
        String kind = cause instanceof ProblemException problem ? problem.kind() : "internal";
        rejected.computeIfAbsent(kind, this::counter).increment();
    }

    private Timer timer(String sender) {
        return Timer.builder("lienthong.submissions.accepted")
                .description("Submissions on the broker, from first byte to confirmation")
                .tag("sender", sender)
                .register(meters);
    }

    private Counter counter(String kind) {
        return Counter.builder("lienthong.submissions.rejected")
                .description("Submissions turned away at the door")
                .tag("kind", kind)
                .register(meters);
    }
}
