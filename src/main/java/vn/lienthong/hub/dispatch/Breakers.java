package vn.lienthong.hub.dispatch;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A breaker per system: while it is open nothing is claimed for that system, so nothing counts as an attempt. */
@Component
class Breakers {

    private static final int CALLS = 10;
    private static final int FEWEST = 5;
    private static final int PROBES = 2;

    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final CircuitBreakerConfig config;

    Breakers(@Value("${lienthong.dispatch.breaker-pause:30s}") Duration pause) {
        this.config = CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(CALLS)
                .minimumNumberOfCalls(FEWEST)
                .waitDurationInOpenState(pause)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .build();
    }

    /** How many calls may begin now. */
    int places(String system, int free) {
        return switch (of(system).getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> free;
            case HALF_OPEN -> Math.min(free, 1);
            case OPEN, FORCED_OPEN -> 0;
        };
    }

    boolean open(String system) {
        return places(system, 1) == 0;
    }

    void ended(String system, boolean reached, long nanos) {
        if (reached) {
            of(system).onSuccess(nanos, TimeUnit.NANOSECONDS);
        } else {
            of(system).onError(nanos, TimeUnit.NANOSECONDS, new Unreached());
        }
    }

    private CircuitBreaker of(String system) {
        return breakers.computeIfAbsent(system, name -> CircuitBreaker.of("dispatch-" + name, config));
    }

    private static final class Unreached extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreached() {
            super("not reached", null, false, false);
        }
    }
}
