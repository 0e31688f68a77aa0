package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.catalog.sender.Contract;
import vn.lienthong.hub.catalog.sender.Reply;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.http.ProblemException;

/** One sender over its pace waits; the others do not notice. */
class PaceTest {

    private final Pace pace = new Pace(settings(0), door(8));

    @Test
    void tellsASenderOverItsRateWhenToComeBack() {
        Sender hasty = sender("hasty", "{rate: {perSecond: 1, burst: 3}}");
        for (int i = 0; i < 3; i++) {
            pace.enter(hasty).giveBack();
        }

        assertThatThrownBy(() -> pace.enter(hasty)).isInstanceOfSatisfying(ProblemException.class, told -> {
            assertThat(told.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
            assertThat(told.kind()).isEqualTo("too-fast");
            assertThat(told.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        });
    }

    @Test
    void lets19OthersInWhileOneFloods() {
        Sender flooding = sender("flooding", "{rate: {perSecond: 1, burst: 1}}");
        pace.enter(flooding).giveBack();
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> pace.enter(flooding)).isInstanceOf(ProblemException.class);
        }

        IntStream.range(0, 19)
                .mapToObj(i -> sender("calm-" + i, "{rate: {perSecond: 1, burst: 1}}"))
                .forEach(calm ->
                        assertThatCode(() -> pace.enter(calm).giveBack()).doesNotThrowAnyException());
    }

    @Test
    void letsNoSenderFillTheWholeDoor() {
        Sender wide = sender("wide", "{}");
        var passes = IntStream.range(0, 4).mapToObj(i -> pace.enter(wide)).toList();

        assertThatThrownBy(() -> pace.enter(wide)).isInstanceOf(ProblemException.class);
        pace.enter(sender("other", "{}")).giveBack();
        passes.forEach(Turnstile.Pass::giveBack);
        pace.enter(wide).giveBack();
    }

    @Test
    void followsARateThatWasChanged() {
        pace.enter(sender("hasty", "{rate: {perSecond: 1, burst: 1}}")).giveBack();

        assertThatCode(() -> pace.enter(sender("hasty", "{rate: {perSecond: 5, burst: 5}}"))
                        .giveBack())
                .doesNotThrowAnyException();
    }

    @Test
    void letsAFloodWaitAtTheDoorForItsTurn() {
        Pace fair = new Pace(settings(10), door(8));
        Sender flooding = sender("flooding", "{}");
        fair.turn(sender("calm", "{}")).block();

        StepVerifier.withVirtualTime(() -> Flux.range(0, 30).concatMap(i -> fair.turn(flooding)))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(50))
                .thenAwait(Duration.ofMinutes(1))
                .verifyComplete();
    }

    @Test
    void tellsAFloodWhoseTurnIsFarAwayToComeBackButNotAtOnce() {
        Pace fair = new Pace(settings(10), door(8));
        Sender flooding = sender("flooding", "{}");
        fair.turn(sender("calm", "{}")).block();

        StepVerifier.withVirtualTime(() -> Flux.range(0, 60).flatMap(i -> fair.turn(flooding), 60))
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(1))
                .thenAwait(Duration.ofSeconds(3))
                .verifyErrorSatisfies(
                        told -> assertThat(((ProblemException) told).kind()).isEqualTo("too-fast"));
    }

    private static PaceSettings settings(int besideOthers) {
        return new PaceSettings(0, 0.5, besideOthers, Duration.ofSeconds(10), Duration.ofSeconds(2));
    }

    private static Sender sender(String id, String settings) {
        return new Sender(
                id,
                id,
                "H52",
                "json",
                Contract.EVENTS,
                Reply.RECEIPT,
                1_000,
                Set.of("application/json"),
                1,
                YAMLMapper.shared().readTree(settings));
    }

    private static DoorSettings door(int inFlight) {
        return new DoorSettings(
                1,
                inFlight,
                DataSize.ofMegabytes(1),
                1,
                DataSize.ofKilobytes(256),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofMinutes(15),
                Duration.ofSeconds(10));
    }
}
