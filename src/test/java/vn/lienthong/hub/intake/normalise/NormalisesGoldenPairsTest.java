package vn.lienthong.hub.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.reason.Reasons;

/**
 * What each sender's configuration makes of real-looking pushes: {@code <case>.push.<ext>} becomes
 * {@code <case>.normalised.json}. A new case is a new pair of files. {@code -Dlienthong.golden=write} writes what the
 * code makes now; read the difference before you keep it.
 */
class NormalisesGoldenPairsTest {

    private static final Path FOLDER = Path.of("src/test/resources/departments");
    private static final boolean WRITE = "write".equals(System.getProperty("lienthong.golden"));
    private static final Pattern RULE = Pattern.compile("\"rule\" : \"([^\"]+)\"");

    static Stream<Pair> pairs() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.contains(".push."))
                    .map(name -> new Pair(name.substring(0, name.indexOf('/')), name.substring(name.indexOf('/') + 1)))
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void makesOfEachPushWhatItsPairSays(Pair pair) throws IOException {
        String made = Desk.of(pair.sender).told(Files.readAllBytes(pair.push()));
        if (WRITE) {
            Files.writeString(pair.expected(), made);
        }
        assertThat(made).isEqualTo(Files.readString(pair.expected()));
    }

    @Test
    void coversEverySenderWithGoodAndBadPairs() throws IOException {
        Map<String, List<Pair>> cases =
                pairs().collect(Collectors.groupingBy(Pair::sender, TreeMap::new, Collectors.toList()));
        assertThat(cases.keySet()).containsExactlyElementsOf(Desk.senders());
        assertThat(cases).allSatisfy((sender, pairs) -> {
            long bad = pairs.stream().filter(Pair::isBad).count();
            assertThat(bad).isGreaterThanOrEqualTo(6);
            assertThat(pairs.size() - bad).isGreaterThanOrEqualTo(4);
        });
    }

    @Test
    void tellsEveryReasonOfAPairInBothLanguages() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Pair pair : pairs().toList()) {
            all.append(Files.readString(pair.expected()));
        }
        List<String> rules = RULE.matcher(all)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(rules).hasSizeGreaterThan(15).allSatisfy(rule -> {
            for (Locale locale : List.of(Reasons.VIETNAMESE, Locale.ENGLISH)) {
                var text = Reasons.text(Reason.of(rule), locale);
                assertThat(text.sentence()).isNotEqualTo(rule);
                assertThat(text.remedy()).isNotEmpty();
            }
        });
    }

    record Pair(String sender, String name) {

        boolean isBad() {
            return name.matches("(refused|parked|undecodable)-.*");
        }

        Path push() {
            return FOLDER.resolve(sender).resolve(name);
        }

        Path expected() {
            return FOLDER.resolve(sender).resolve(name.replaceFirst("\\.push\\..*", ".normalised.json"));
        }

        @Override
        public String toString() {
            return sender + "/" + name;
        }
    }
}
