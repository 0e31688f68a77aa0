package vn.lienthong.hub.console.issues;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/** How many issues there are by kind and by how far people are with them, as gauge {@code lienthong.issues}. */
@Component
class IssueGauges {

    private final Issues issues;
    private final DatabaseBreaker breaker;
    private final MultiGauge gauge;

    IssueGauges(Issues issues, DatabaseBreaker breaker, MeterRegistry meters) {
        this.issues = issues;
        this.breaker = breaker;
        this.gauge = MultiGauge.builder("lienthong.issues")
                .description("Ways in which something fails now, not the things that fail")
                .register(meters);
    }

    @Scheduled(initialDelay = 15_000, fixedDelay = 60_000)
    void refresh() {
        breaker.measure("Issues", () -> show(issues.all(null)));
    }

    /** Also those with none, so that a rule can tell nothing from no answer. */
    private void show(List<Issue> all) {
        Map<Tags, Long> counted = all.stream()
                .collect(Collectors.groupingBy(one -> tags(one.kind(), one.state()), Collectors.counting()));
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (State state : State.values()) {
                rows.add(MultiGauge.Row.of(tags(kind, state), counted.getOrDefault(tags(kind, state), 0L)));
            }
        }
        gauge.register(rows, true);
    }

    private static Tags tags(Kind kind, State state) {
        return Tags.of("kind", kind.name(), "state", state.name());
    }
}
