package vn.lienthong.hub.national.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When the backlog will be empty, from how it moved in the last minutes. What was never measured is not guessed: without a
 * known end of the outage or a known pace there is no forecast.
 */
@Component
class Forecast {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final Duration LEAST_SPAN = Duration.ofSeconds(30);

    private final Deque<Sample> samples = new ArrayDeque<>();
    private double fastest;

    private record Sample(Instant at, long waiting) {

        double perSecondTo(Sample later) {
            return (later.waiting - waiting)
                    * 1000.0
                    / Duration.between(at, later.at).toMillis();
        }
    }

    synchronized void sample(Instant at, long waiting) {
        while (!samples.isEmpty() && samples.getFirst().at().isBefore(at.minus(REMEMBERED))) {
            samples.removeFirst();
        }
        samples.addLast(new Sample(at, waiting));
        change().ifPresent(perSecond -> fastest = Math.max(fastest, -perSecond));
    }

    /** How the backlog changes a second, over the last minutes. */
    synchronized OptionalDouble change() {
        if (samples.size() < 2) {
            return OptionalDouble.empty();
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        boolean longEnough = Duration.between(first.at(), last.at()).compareTo(LEAST_SPAN) >= 0;
        return longEnough ? OptionalDouble.of(first.perSecondTo(last)) : OptionalDouble.empty();
    }

    /** While the portal is away until {@code back}: growth goes on till then, afterwards it goes out at the pace. */
    synchronized Optional<Instant> whenBack(Instant now, long waiting, Instant back, @Nullable Integer planned) {
        double growth = Math.max(0, change().orElse(0));
        double pace = (planned == null ? fastest : planned) - growth;
        if (pace <= 0) {
            return Optional.empty();
        }
        double atTheEnd = waiting + growth * Duration.between(now, back).toMillis() / 1000;
        return Optional.of(back.plusSeconds(Math.round(atTheEnd / pace)));
    }

    /** While it is being worked off. */
    synchronized Optional<Instant> whenDrained(Instant now, long waiting) {
        if (waiting == 0) {
            return Optional.of(now);
        }
        double perSecond = change().orElse(0);
        return perSecond < 0 ? Optional.of(now.plusSeconds(Math.round(waiting / -perSecond))) : Optional.empty();
    }
}
