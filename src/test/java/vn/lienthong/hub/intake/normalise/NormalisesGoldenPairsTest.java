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
    private static final Path PAGE = Path.of("docs/formats.md");
    private static final String FIRST_LINE = "| format | decoder | senders | good | bad |\n|---|---|---|---|---|\n";
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
    void hasSamplesOfEverySender() throws IOException {
        Map<String, List<Pair>> cases =
                pairs().collect(Collectors.groupingBy(Pair::sender, TreeMap::new, Collectors.toList()));
        assertThat(cases.keySet()).containsExactlyElementsOf(Desk.senders());
        assertThat(cases).allSatisfy((sender, pairs) -> {
            long bad = pairs.stream().filter(Pair::isBad).count();
            assertThat(bad).isGreaterThanOrEqualTo(1);
            assertThat(pairs.size() - bad).isGreaterThanOrEqualTo(2);
        });
    }

    @Test
    void coversEveryFormatWithGoodAndBadPairs() throws IOException {
        Map<String, List<Pair>> cases = pairs().collect(
                        Collectors.groupingBy(pair -> Desk.format(pair.sender()), TreeMap::new, Collectors.toList()));
        assertThat(cases).hasSizeGreaterThanOrEqualTo(17).allSatisfy((format, pairs) -> {
            long bad = pairs.stream().filter(Pair::isBad).count();
            assertThat(bad).isGreaterThanOrEqualTo(6);
            assertThat(pairs.size() - bad).isGreaterThanOrEqualTo(4);
            assertThat(pairs).extracting(Pair::name).anyMatch(name -> name.startsWith("new-"));
        });
    }

    /** The table of {@code docs/formats.md}, which counts the pairs. */
    @Test
    void countsThemInTheDocumentation() throws IOException {
        Map<String, List<Pair>> cases = pairs().collect(
                        Collectors.groupingBy(pair -> Desk.format(pair.sender()), TreeMap::new, Collectors.toList()));
        String table = cases.entrySet().stream()
                .map(format -> row(format.getKey(), format.getValue()))
                .collect(Collectors.joining());
        String page = Files.readString(PAGE);
        int from = page.indexOf(FIRST_LINE) + FIRST_LINE.length();
        String now = page.substring(from, page.indexOf("\n\n", from) + 1);
        if (WRITE) {
            Files.writeString(PAGE, page.replace(now, table));
            return;
        }
        assertThat(now).isEqualTo(table);
    }

    private static String row(String path, List<Pair> pairs) {
        String name = path.substring(path.indexOf('/') + 1).replace(".yaml", "");
        List<String> senders = pairs.stream().map(Pair::sender).distinct().toList();
        long bad = pairs.stream().filter(Pair::isBad).count();
        return "| [`%s`](../config/%s) | %s | %s | %d | %d |\n"
                .formatted(
                        name,
                        path,
                        Desk.of(senders.getFirst()).format(),
                        String.join(", ", senders),
                        pairs.size() - bad,
                        bad);
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
