package vn.lienthong.hub.national.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The planned pace after an announced outage. */
class DrainTest {

    private final AtomicLong nanos = new AtomicLong(5);
    private final Drain drain = new Drain(nanos::get);

    @Test
    void limitsNothingWithoutAPlan() {
        assertThat(drain.planned()).isFalse();
        assertThat(drain.room()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void risesEvenlyToItsPace() {
        drain.begin(100, Duration.ofSeconds(10));

        assertThat(drain.room()).isZero();
        assertThat(inTheNext(1)).isEqualTo(5);
        assertThat(inTheNext(1)).isEqualTo(15);
        assertThat(inTheNext(7)).isBetween(100, 385);
        assertThat(inTheNext(1)).isBetween(94, 100);
        assertThat(inTheNext(1)).isEqualTo(100);
    }

    @Test
    void doesNotMakeUpForATimeInWhichNothingLeft() {
        drain.begin(100, Duration.ZERO);
        passes(3600);

        assertThat(drain.room()).isLessThanOrEqualTo(100);
    }

    @Test
    void endsWithItsPlan() {
        drain.begin(1, Duration.ZERO);
        drain.end();

        assertThat(drain.room()).isEqualTo(Integer.MAX_VALUE);
    }

    private int inTheNext(int seconds) {
        passes(seconds);
        int room = drain.room();
        drain.left(room);
        return room;
    }

    private void passes(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
