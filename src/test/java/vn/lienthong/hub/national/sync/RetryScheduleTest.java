package vn.lienthong.hub.national.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-08-24T02:15:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"0,PT2S", "1,PT2S", "2,PT10S", "3,PT30S", "4,PT2M", "5,PT10M", "6,PT30M", "7,PT1H", "1000,PT1H"})
    void climbsOneRungPerFailureAndStaysAtAnHour(int failures, Duration rung) {
        assertThat(RetrySchedule.after(failures)).isEqualTo(rung);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "50"})
    void spreadsByAFifthEitherWay(int failures) {
        var rung = RetrySchedule.after(failures).toMillis();

        assertThat(wait(failures, 0.0)).isEqualTo(Math.round(rung * 0.8));
        assertThat(wait(failures, 0.5)).isEqualTo(rung);
        assertThat(wait(failures, Math.nextDown(1.0))).isEqualTo(Math.round(rung * 1.2));
    }

    @Test
    void sendsWhatFailedTogetherBackAtDifferentTimes() {
        var schedule = new RetrySchedule(CLOCK, RandomGenerator.of("L64X128MixRandom"));
        var times = java.util.stream.IntStream.range(0, 100)
                .mapToObj(number -> schedule.next(4))
                .distinct();

        assertThat(times).hasSizeGreaterThan(90);
    }

    private static long wait(int failures, double chance) {
        var loaded = new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("only a fraction is drawn");
            }

            @Override
            public double nextDouble() {
                return chance;
            }
        };
        return Duration.between(NOW, new RetrySchedule(CLOCK, loaded).next(failures))
                .toMillis();
    }
}
