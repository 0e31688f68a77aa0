package vn.lienthong.hub.national.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When the backlog will be empty, as far as that was measured. */
class ForecastTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private final Forecast forecast = new Forecast();

    @Test
    void tellsFromThePaceOfTheLastMinutes() {
        moves(NOW.minusSeconds(60), 1600, NOW, 1000);

        assertThat(forecast.whenDrained(NOW, 1000)).contains(NOW.plusSeconds(100));
    }

    @Test
    void guessesNothingFromABacklogThatGrows() {
        moves(NOW.minusSeconds(60), 1000, NOW, 1600);

        assertThat(forecast.whenDrained(NOW, 1600)).isEmpty();
    }

    @Test
    void guessesNothingFromAMomentOnly() {
        moves(NOW.minusSeconds(5), 1600, NOW, 1000);

        assertThat(forecast.change()).isEmpty();
    }

    @Test
    void countsWhatStillComesInBeforeTheWindowEnds() {
        moves(NOW.minusSeconds(60), 1000, NOW, 1600);

        // 10 a second come in for 100 s, then 60 go out while 10 come in
        assertThat(forecast.whenBack(NOW, 1600, NOW.plusSeconds(100), 60)).contains(NOW.plusSeconds(100 + 52));
    }

    @Test
    void knowsNoEndWhenMoreComesInThanGoesOut() {
        moves(NOW.minusSeconds(60), 1000, NOW, 1600);

        assertThat(forecast.whenBack(NOW, 1600, NOW.plusSeconds(100), 10)).isEmpty();
        assertThat(forecast.whenBack(NOW, 1600, NOW.plusSeconds(100), null)).isEmpty();
    }

    @Test
    void takesTheFastestPaceItSawWhenNoneIsPlanned() {
        moves(NOW.minusSeconds(3600), 6000, NOW.minusSeconds(3540), 0);
        moves(NOW.minusSeconds(60), 1000, NOW, 1000);

        assertThat(forecast.whenBack(NOW, 1000, NOW.plus(Duration.ofHours(1)), null))
                .contains(NOW.plusSeconds(3610));
    }

    private void moves(Instant from, long before, Instant to, long after) {
        forecast.sample(from, before);
        forecast.sample(to, after);
    }
}
