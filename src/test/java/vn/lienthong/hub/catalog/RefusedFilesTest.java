package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.hub.platform.PlatformFixture;

/** Each file of {@code catalog/refused} says in its first line why the catalog does not take it. */
class RefusedFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/catalog/refused");
    private static final String EXPECTS = "# expects: ";

    @ParameterizedTest
    @MethodSource("files")
    void saysWhichFileIsWrongAndWhy(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String path = "province/son-la/" + file.getFileName().toString().replaceFirst("-.*", ".yaml");
        assertThat(lines.getFirst()).startsWith(EXPECTS);
        Map<String, String> files =
                new TreeMap<>(PlatformFixture.projectConfig().current().files());
        files.put(path, String.join("\n", lines));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogFixture.of(PlatformFixture.config(files), "son-la"))
                .withMessageContaining(path)
                .withMessageContaining(lines.getFirst().substring(EXPECTS.length()));
    }

    @Test
    void readsSeveralFiles() throws IOException {
        assertThat(files()).hasSizeGreaterThan(8);
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(FOLDER)) {
            return found.sorted().toList().stream();
        }
    }
}
