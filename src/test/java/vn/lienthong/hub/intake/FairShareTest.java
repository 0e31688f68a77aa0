package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A sender alone has the whole hub; beside others it has an even pace. */
class FairShareTest {

    private static final int PACE = 100;
    private static final int BURST = 200;
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Hand time = new Hand();
    private final FairShare share = new FairShare(PACE, QUIET, time);

    @Test
    void letsASenderThatIsAloneDoAsMuchAsItCan() {
        assertThat(longestOf(10_000, "flood")).isZero();
    }

    @Test
    void holdsAFloodToItsPaceWhileAnotherSenderIsThereToo() {
        share.turn("calm");

        assertThat(longestOf(BURST, "flood")).isZero();
        assertThat(longestOf(PACE, "flood")).isBetween(Duration.ofMillis(990), Duration.ofMillis(1010));
        assertThat(share.turn("calm")).isZero();
    }

    @Test
    void letsTheFloodGoOnWhenTheOthersHaveBeenQuiet() {
        share.turn("calm");
        longestOf(BURST + PACE, "flood");
        time.passes(QUIET.plusMillis(1));

        assertThat(share.turn("flood")).isZero();
        assertThat(longestOf(10_000, "flood")).isZero();
    }

    @Test
    void forgetsATurnThatIsGivenBack() {
        share.turn("calm");
        longestOf(BURST, "flood");
        Duration first = share.turn("flood");
        share.giveBack("flood");

        assertThat(share.turn("flood")).isEqualTo(first);
    }

    @Test
    void slowsNobodyDownWhenThePaceIsZero() {
        FairShare none = new FairShare(0, QUIET, time);
        none.turn("calm");

        assertThat(IntStream.range(0, 1000).mapToObj(i -> none.turn("flood"))).allMatch(Duration::isZero);
    }

    private Duration longestOf(int turns, String sender) {
        return IntStream.range(0, turns)
                .mapToObj(i -> share.turn(sender))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static final class Hand implements TimeMeter {

        private long now = 1;

        void passes(Duration time) {
            now += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
