package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import vn.lienthong.hub.platform.http.ProblemException;

class NarrowDoorTest {

    private final Turnstile turnstile = new Turnstile(new DoorSettings(
            1,
            2,
            DataSize.ofKilobytes(10),
            1,
            DataSize.ofKilobytes(4),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofMinutes(15),
            Duration.ofSeconds(10)));

    @Test
    void letsInAsManyAsFitAndTellsTheOthersToComeBack() {
        var first = turnstile.enter(10);
        turnstile.enter(10);
        assertTooBusy(() -> turnstile.enter(10));
        first.giveBack();
        turnstile.enter(10);
        assertThat(turnstile.inside()).isEqualTo(2);
    }

    @Test
    void holdsOnlySoManyBytesAtOnce() {
        var large = turnstile.enter(DataSize.ofKilobytes(8).toBytes());
        assertTooBusy(() -> turnstile.enter(DataSize.ofKilobytes(4).toBytes()));
        large.giveBack();
        turnstile.enter(DataSize.ofKilobytes(4).toBytes());
    }

    @Test
    void writesOnlySoManyLargeBodiesAtOnce() {
        turnstile.enterSpooling();
        assertTooBusy(turnstile::enterSpooling);
    }

    private static void assertTooBusy(org.assertj.core.api.ThrowableAssert.ThrowingCallable entry) {
        assertThatThrownBy(entry).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status().value()).isEqualTo(429);
            assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        });
    }
}
