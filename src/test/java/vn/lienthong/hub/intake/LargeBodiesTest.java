package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.hub.platform.content.ContentStore;

class LargeBodiesTest {

    private static final String ARCHIVE = "archive";
    private static final int MEGABYTE = 1 << 20;

    private final DoorUnderTest door = DoorUnderTest.shared();
    private final DoorClient archive = door.as(ARCHIVE);

    @BeforeEach
    void emptyTheQueue() throws Exception {
        door.received(ARCHIVE);
    }

    @Test
    void carriesABodyOfTheLimitInTheMessage() throws Exception {
        byte[] body = noise(256 * 1024);
        assertThat(archive.pushes(ARCHIVE, BodyPublishers.ofByteArray(body), Map.of())
                        .status())
                .isEqualTo(202);
        assertThat(door.received(ARCHIVE))
                .singleElement()
                .satisfies(message -> assertThat((byte[]) message.get("body")).isEqualTo(body));
    }

    @Test
    void spoolsALargeBodyToTheContentStoreBeforeTheMessageThatNamesIt() throws Exception {
        byte[] body = noise(3 * MEGABYTE);
        assertThat(archive.pushes(ARCHIVE, BodyPublishers.ofByteArray(body), Map.of())
                        .status())
                .isEqualTo(202);
        assertSpooled(body);
    }

    @Test
    void spoolsABodyOfUnknownLength() throws Exception {
        byte[] body = noise(1000);
        var streamed = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body));
        assertThat(archive.pushes(ARCHIVE, streamed, Map.of()).status()).isEqualTo(202);
        assertSpooled(body);
    }

    @Test
    void takesOneReceiptForTheSameLargeBody() throws Exception {
        byte[] body = noise(MEGABYTE);
        var key = Map.of("Idempotency-Key", "large-" + body[0] + body[1] + System.nanoTime());
        var first = archive.pushes(ARCHIVE, BodyPublishers.ofByteArray(body), key);
        assertThat(archive.pushes(ARCHIVE, BodyPublishers.ofByteArray(body), key)
                        .receipt())
                .isEqualTo(first.receipt());
        assertThat(door.received(ARCHIVE)).hasSize(1);
    }

    @Test
    void refusesAHundredMegabytesBeforeReadingThem() throws Exception {
        var push = Flood.of(door, ARCHIVE, 100).announced();
        assertThat(push.statusLine()).contains(" 413 ");
        assertThat(door.received(ARCHIVE)).isEmpty();
    }

    @Test
    void refusesAHundredMegabytesOfUnknownLengthOnTheWayAndKeepsNothingOfThem() throws Exception {
        var push = Flood.of(door, ARCHIVE, 100).chunked();
        assertThat(push.statusLine()).contains(" 413 ");
        assertThat(push.megabytesSent()).isGreaterThanOrEqualTo(50);
        assertThat(door.received(ARCHIVE)).isEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(unfinished()).isEmpty());
    }

    @Test
    void keepsNothingOfABodyWhoseSenderHangsUp() throws Exception {
        Flood.of(door, ARCHIVE, 100).hangsUpAfter(5);
        Awaitility.await().untilAsserted(() -> assertThat(unfinished()).isEmpty());
        assertThat(door.received(ARCHIVE)).isEmpty();
    }

    private void assertSpooled(byte[] body) throws Exception {
        var message = door.received(ARCHIVE).getFirst();
        assertThat(message)
                .containsEntry("size", (long) body.length)
                .containsEntry("contentRef", message.get("bodyHash"));
        assertThat((byte[]) message.get("body")).isNullOrEmpty();
        var kept = new ContentRef(String.valueOf(message.get("contentRef")), body.length);
        try (InputStream content = door.bean(ContentStore.class).open(kept)) {
            assertThat(content.readAllBytes()).isEqualTo(body);
        }
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.walk(door.home().data().resolve("content/unfinished"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random().nextBytes(bytes);
        return bytes;
    }
}
