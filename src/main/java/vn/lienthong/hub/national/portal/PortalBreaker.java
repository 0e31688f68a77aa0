package vn.lienthong.hub.national.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The portal's breaker: while it is open nothing is claimed; it only ever delays, no row dies of it. */
public final class PortalBreaker {

    private static final int WINDOW_SECONDS = 30;
    private static final int FEWEST_CALLS = 5;
    private static final int PROBES = 3;
    private static final float FAILING_PERCENT = 50;

    private final CircuitBreaker breaker;
    private volatile @Nullable Instant since;
    private volatile @Nullable Failure last;

    public PortalBreaker(Duration pause) {
        breaker = CircuitBreaker.of(
                "national",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.TIME_BASED)
                        .slidingWindowSize(WINDOW_SECONDS)
                        .minimumNumberOfCalls(FEWEST_CALLS)
                        .failureRateThreshold(FAILING_PERCENT)
                        .waitDurationInOpenState(pause)
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(event -> since = event.getCreationTime().toInstant())
                .onError(event -> last = new Failure(
                        event.getCreationTime().toInstant(),
                        String.valueOf(event.getThrowable().getMessage())));
    }

    /** The last call that failed, in words of ours. */
    public record Failure(Instant at, String words) {}

    /**
     * How it stands, and why.
     *
     * @param held whether somebody holds it open, however well the portal answers
     * @param since when it came to stand so; absent when it never stood otherwise
     * @param calls counted towards the next change, {@code failed} of them without an answer that makes sense
     * @param probes calls that decide whether it closes again, while it is being probed
     * @param lastFailure since this node started
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Condition(
            Allowance allowance,
            boolean held,
            @Nullable Instant since,
            int calls,
            int failed,
            int probes,
            @Nullable Failure lastFailure) {}

    public Condition condition() {
        CircuitBreaker.Metrics counted = breaker.getMetrics();
        return new Condition(
                allowance(),
                breaker.getState() == CircuitBreaker.State.FORCED_OPEN,
                since,
                counted.getNumberOfBufferedCalls(),
                counted.getNumberOfFailedCalls(),
                PROBES,
                last);
    }

    /** How much may be claimed now. */
    public Allowance allowance() {
        return switch (breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> Allowance.ALL;
            case HALF_OPEN -> Allowance.ONE;
            case OPEN, FORCED_OPEN -> Allowance.NOTHING;
        };
    }

    /** Leaves the portal alone, however well it answers, until {@link #release()}. */
    public void hold() {
        breaker.transitionToForcedOpenState();
    }

    /** The portal may be asked again, one call first. */
    public void release() {
        breaker.transitionToHalfOpenState();
    }

    /** What the breaker lets through. */
    public enum Allowance {
        ALL,
        ONE,
        NOTHING
    }

    /** Runs {@code closed} when the portal works again, {@code opened} when it is given up for now. */
    public void listen(Runnable opened, Runnable closed) {
        breaker.getEventPublisher().onStateTransition(event -> {
            switch (event.getStateTransition().getToState()) {
                case OPEN, FORCED_OPEN -> opened.run();
                case CLOSED, HALF_OPEN -> closed.run();
                default -> {}
            }
        });
    }

    boolean permits() {
        return breaker.tryAcquirePermission();
    }

    void worked(long nanos) {
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }

    void failed(long nanos, String trouble) {
        breaker.onError(nanos, TimeUnit.NANOSECONDS, new PortalTrouble(trouble));
    }

    private static final class PortalTrouble extends RuntimeException {
        PortalTrouble(String words) {
            super(words, null, false, false);
        }
    }
}
