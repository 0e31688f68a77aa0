package vn.lienthong.hub.platform.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.platform.PlatformFixture;

class ContentStoreTest {

    @TempDir
    Path folder;

    private ContentStore store;

    @BeforeEach
    void opens() {
        store = PlatformFixture.contentStore(folder);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                ContentKeys.FRAME - 1,
                ContentKeys.FRAME,
                ContentKeys.FRAME + 1,
                3 * ContentKeys.FRAME,
                1_000_000
            })
    void givesBackWhatItKept(int size) throws IOException {
        byte[] content = noise(size);
        ContentRef ref = store.put(new ByteArrayInputStream(content));
        assertThat(ref.size()).isEqualTo(size);
        assertThat(ref.sha256()).isEqualTo(Sha256.hex(content));
        assertThat(read(ref)).isEqualTo(content);
    }

    @Test
    void keepsEqualContentOnceAndLeavesNothingUnfinished() throws IOException {
        store.put(new ByteArrayInputStream(noise(10)));
        store.put(new ByteArrayInputStream(noise(10)));
        assertThat(files()).hasSize(1);
    }

    @Test
    void forgetsWhatWasNotCommitted() throws IOException {
        try (ContentSink sink = store.open()) {
            sink.write(noise(100_000));
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void removesWhatACrashLeftUnfinished() throws IOException {
        ContentSink crashed = store.open();
        crashed.write(noise(100_000));
        assertThat(files()).hasSize(1);
        PlatformFixture.contentStore(folder);
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsNothingReadableOnDisk() throws IOException {
        store.put(new ByteArrayInputStream("TRẦN VĂN THỬ".repeat(50).getBytes(StandardCharsets.UTF_8)));
        assertThat(new String(Files.readAllBytes(files().getFirst()), StandardCharsets.UTF_8))
                .doesNotContain("VĂN THỬ");
    }

    @Test
    void noticesAFileThatWasAlteredOrCut() throws IOException {
        ContentRef ref = store.put(new ByteArrayInputStream(noise(200_000)));
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        byte[] altered = whole.clone();
        altered[150_000] ^= 1;
        Files.write(file, altered);
        assertThatThrownBy(() -> read(ref)).isInstanceOf(IOException.class);
        Files.write(file, Arrays.copyOf(whole, ContentKeys.SALT + ContentKeys.FRAME + ContentKeys.TAG));
        assertThatThrownBy(() -> read(ref)).isInstanceOf(IOException.class);
    }

    @Test
    void takesNoNameThatIsNotAHash() {
        assertThatThrownBy(() -> store.open("../../secrets/master-key")).isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] read(ContentRef ref) throws IOException {
        try (InputStream content = store.open(ref)) {
            return content.readAllBytes();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        return noise;
    }
}
