package vn.lienthong.hub.national.sync;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What is counted on the way to the portal. */
public final class SyncMetrics {

    private final Counter acknowledged;
    private final Counter repeated;
    private final Counter reopened;
    private final MeterRegistry registry;

    public SyncMetrics(MeterRegistry registry) {
        this.registry = registry;
        acknowledged = counter("lienthong.acknowledged", "Progress steps the neighbour acknowledged");
        repeated = counter("lienthong.repeated", "Records told again that the neighbour already had");
        reopened = counter("lienthong.reopened", "Dossiers acknowledged in a batch that turned out not to be there");
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("neighbour", "national")
                .register(registry);
    }

    void acknowledged(int steps) {
        acknowledged.increment(steps);
    }

    void repeated(int records) {
        repeated.increment(records);
    }

    void reopened() {
        reopened.increment();
    }

    void called(String service, String verdict) {
        registry.counter("lienthong.calls", "neighbour", "national", "service", service, "verdict", verdict)
                .increment();
    }
}
