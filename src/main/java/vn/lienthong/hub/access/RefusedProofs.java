package vn.lienthong.hub.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** How often somebody came with a key or a token that opens nothing, by the minute, on this node since it started. */
@Component
public class RefusedProofs {

    private static final Duration REMEMBERED = Duration.ofDays(7);
    private static final String KEY_BEGINS = "lt_";

    private final Clock clock;
    private final Instant began;
    private final TreeMap<Instant, Map<Proof, Long>> minutes = new TreeMap<>();
    private final Map<Proof, Counter> counters = new EnumMap<>(Proof.class);

    RefusedProofs(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.began = clock.instant();
        for (Proof proof : Proof.values()) {
            counters.put(
                    proof,
                    Counter.builder("lienthong.access.refused")
                            .description("Calls with a key or token that opens nothing")
                            .tag("proof", proof.name())
                            .register(meters));
        }
    }

    /** With what somebody came. */
    public enum Proof {
        KEY,
        /** Of the provider, or anything else that is no key of ours. */
        TOKEN
    }

    /** Those of one minute. */
    public record Minute(Instant at, Proof proof, long times) {}

    void refused(String presented) {
        Proof proof = presented.startsWith(KEY_BEGINS) ? Proof.KEY : Proof.TOKEN;
        Instant now = clock.instant();
        synchronized (this) {
            minutes.computeIfAbsent(now.truncatedTo(ChronoUnit.MINUTES), minute -> new EnumMap<>(Proof.class))
                    .merge(proof, 1L, Long::sum);
            minutes.headMap(now.minus(REMEMBERED)).clear();
        }
        Counter counter = counters.get(proof);
        if (counter != null) {
            counter.increment();
        }
    }

    /** The oldest first. */
    public synchronized List<Minute> since(Instant moment) {
        List<Minute> found = new ArrayList<>();
        minutes.tailMap(moment.truncatedTo(ChronoUnit.MINUTES))
                .forEach((at, times) -> times.forEach((proof, many) -> found.add(new Minute(at, proof, many))));
        return found;
    }

    /** Since when this node counts. */
    public Instant began() {
        return began;
    }
}
