package vn.lienthong.hub.platform.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.infra.Mode;
import vn.lienthong.trust.SealFixture;

/** Contents in a real S3 server (S3Proxy), which checks signatures. */
class S3ContentStoreTest {

    private static final byte[] TEXT = "Tờ khai của TRẦN VĂN THỬ".getBytes(StandardCharsets.UTF_8);

    private static S3Server server;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.start(folder.resolve("s3"));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void keepsEachContentOnceAndReadsItAgainOnAnotherNode() throws IOException {
        byte[] large = new byte[3_000_000];
        new Random(7).nextBytes(large);
        ContentRef ref = store("one").put(new ByteArrayInputStream(large));
        int before = server.objects().size();

        assertThat(store("two").put(new ByteArrayInputStream(large))).isEqualTo(ref);
        assertThat(server.objects()).hasSize(before);
        ContentStore other = store("three");
        assertThat(other.holds(ref.sha256())).isTrue();
        try (InputStream content = other.open(ref)) {
            assertThat(content.readAllBytes()).isEqualTo(large);
        }
        try (InputStream begun = other.open(ref)) {
            assertThat(begun.readNBytes(10)).hasSize(10);
        }
    }

    @Test
    void sealsWhatItGivesAway() throws IOException {
        ContentRef ref = store("one").put(new ByteArrayInputStream(TEXT));
        Path object = server.objects().stream()
                .filter(path -> path.endsWith(ref.sha256()))
                .findFirst()
                .orElseThrow();
        assertThat(new String(Files.readAllBytes(object), StandardCharsets.UTF_8))
                .doesNotContain("TRẦN");
        byte[] bytes = Files.readAllBytes(object);
        bytes[bytes.length / 2] ^= 1;
        Files.write(object, bytes);
        assertThatThrownBy(() -> store("two").open(ref).readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void leavesNothingBehindOfWhatWasNotCommitted() throws IOException {
        int before = server.objects().size();
        try (ContentSink sink = store("one").open()) {
            sink.write(TEXT);
        }
        assertThat(server.objects()).hasSize(before);
        try (var files = Files.walk(folder.resolve("data"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void tellsAContentThatIsMissingFromAStoreThatIsAway() throws Exception {
        ContentStore store = store("one");
        assertThat(store.holds("0".repeat(64))).isFalse();
        assertThatThrownBy(() -> store.open("0".repeat(64)))
                .isInstanceOf(ContentUnavailableException.class)
                .satisfies(missing ->
                        assertThat(ContentUnavailableException.passes(missing)).isFalse());

        server.goesAway();
        try {
            assertThatThrownBy(() -> store.put(new ByteArrayInputStream(TEXT.clone())))
                    .isInstanceOf(ContentUnavailableException.class)
                    .satisfies(away ->
                            assertThat(ContentUnavailableException.passes(away)).isTrue());
            assertThatThrownBy(() -> store.open("0".repeat(64)))
                    .satisfies(away ->
                            assertThat(ContentUnavailableException.passes(away)).isTrue());
            assertThatThrownBy(() -> store.holds("0".repeat(64))).isInstanceOf(ContentUnavailableException.class);
        } finally {
            server.back();
        }
        assertThat(store.put(new ByteArrayInputStream(TEXT)).size()).isEqualTo(TEXT.length);
    }

    @Test
    void isRefusedWithAWrongKey() {
        assertThatThrownBy(() -> new S3ContentStore(
                                PlatformFixture.home(Mode.NODE, folder.resolve("data"), folder),
                                new NodeName("wrong"),
                                SealFixture.masterKey(),
                                server.settings("another secret"))
                        .put(new ByteArrayInputStream(TEXT)))
                .isInstanceOf(ContentUnavailableException.class);
    }

    private static ContentStore store(String node) {
        return new S3ContentStore(
                PlatformFixture.home(Mode.NODE, folder.resolve("data"), folder),
                new NodeName(node),
                SealFixture.masterKey(),
                server.settings(S3Server.SECRET));
    }
}
