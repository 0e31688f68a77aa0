package vn.lienthong.hub.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each sender's configuration makes of real-looking pushes: {@code <case>.push.<ext>} becomes
 * {@code <case>.normalised.json}. A new case is a new pair of files. {@code -Dlienthong.golden=write} writes what the
 * code makes now; read the difference before you keep it.
 */
class NormalisesGoldenPairsTest {

    private static final Path FOLDER = Path.of("src/test/resources/departments");
    private static final boolean WRITE = "write".equals(System.getProperty("lienthong.golden"));

    static Stream<Path> pushes() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().contains(".push."))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pushes")
    void makesOfEachPushWhatItsPairSays(Path push) throws IOException {
        Path expected = push.resolveSibling(push.getFileName().toString().replaceFirst("\\.push\\..*", ".normalised.json"));
        String made = Desk.of(push.getParent().getFileName().toString()).told(Files.readAllBytes(push));
        if (WRITE) {
            Files.writeString(expected, made);
        }
        assertThat(made).isEqualTo(Files.readString(expected));
    }

    @Test
    void everySenderHasGoodAndBadPairs() throws IOException {
        Map<String, List<String>> cases = pushes().collect(Collectors.groupingBy(
                push -> push.getParent().getFileName().toString(),
                TreeMap::new,
                Collectors.mapping(push -> push.getFileName().toString(), Collectors.toList())));
        assertThat(cases.keySet()).containsExactlyElementsOf(Desk.senders());
        assertThat(cases).allSatisfy((sender, names) -> {
            long bad = names.stream().filter(name -> name.matches("(refused|parked|undecodable)-.*")).count();
            assertThat(bad).isGreaterThanOrEqualTo(6);
            assertThat(names.size() - bad).isGreaterThanOrEqualTo(4);
        });
    }
}
