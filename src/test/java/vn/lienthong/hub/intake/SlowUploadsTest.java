package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.platform.content.FlakyContentStore;
import vn.lienthong.infra.Mode;
import vn.lienthong.infra.RealParts;

/** The door waits for nobody for ever: one place for small bodies, one for large ones, and short limits. */
class SlowUploadsTest {

    private static final String OFFICE = "office";
    private static final String SMALL = "Content-Length: 1000";
    private static final String LARGE = "Content-Length: 500000";
    private static final String UNKNOWN = "Transfer-Encoding: chunked";

    private static DoorUnderTest door;
    private static FlakyContentStore store;

    @BeforeAll
    static void open() {
        String own = "lienthong.intake.door.";
        door = DoorUnderTest.open(
                DoorUnderTest.home(Mode.STANDALONE),
                RealParts.shared().addressesWithFreshDatabase(),
                Map.of(
                        own + "in-flight", "1",
                        own + "spooling", "1",
                        own + "stall", "700ms",
                        own + "upload", "2s",
                        own + "deadline", "1s"),
                FlakyContentStore.class);
        store = door.bean(FlakyContentStore.class);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL, LARGE, UNKNOWN})
    void endsABodyThatStandsStillAndTakesTheNext(String framing) throws IOException {
        assertThat(new SlowUpload(door, OFFICE, framing).stalls())
                .first()
                .asString()
                .contains(" 408 ");
        assertTakesTheNext();
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL, LARGE, UNKNOWN})
    void endsABodyThatTricklesInAndTakesTheNext(String framing) throws IOException {
        assertThat(new SlowUpload(door, OFFICE, framing).trickles())
                .first()
                .asString()
                .contains(" 408 ");
        assertTakesTheNext();
    }

    @Test
    void saysThatItCannotKeepALargeBodyWhileTheContentStoreHangs() {
        store.hang();
        try {
            var answer = pushLarge();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("store-unavailable");
            assertThat(answer.headers()).containsEntry("retry-after", "5");
            assertThat(pushLarge().status()).isEqualTo(503);
        } finally {
            store.goOn();
        }
        assertTakesTheNext();
    }

    private static void assertTakesTheNext() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(door.bean(Turnstile.class).inside()).isZero());
        assertThat(door.as(OFFICE)
                        .pushes(OFFICE, "{\"n\":\"" + UUID.randomUUID() + "\"}")
                        .status())
                .isEqualTo(202);
        assertThat(pushLarge().status()).isEqualTo(202);
    }

    private static DoorClient.Answer pushLarge() {
        String body = "[\"" + UUID.randomUUID() + " ".repeat(400_000) + "\"]";
        return door.as(OFFICE).pushes(OFFICE, BodyPublishers.ofString(body), Map.of());
    }
}
