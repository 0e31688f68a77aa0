package vn.lienthong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the text of the sources shows. */
class SourcesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    /** The schema validator speaks the older Jackson. */
    private static final String FORCED_BY_A_LIBRARY = "OlderJackson.java";

    private static final Path DEPARTMENTS = Path.of("config/departments");

    @Test
    void seesTheSources() {
        assertThat(files(MAIN, ".java")).hasSizeGreaterThan(150);
        assertThat(files(TESTS, ".java")).hasSizeGreaterThan(30);
    }

    @Test
    void namesNoSenderInJava() {
        List<String> senders = files(DEPARTMENTS, ".yaml").stream()
                .map(file -> file.getFileName().toString().replace(".yaml", ""))
                .toList();
        assertThat(senders).hasSizeGreaterThanOrEqualTo(4);
        for (String sender : senders) {
            assertThat(containing(MAIN, Pattern.compile("\"" + Pattern.quote(sender) + "\"")))
                    .as("sources with the literal \"%s\"", sender)
                    .isEmpty();
        }
    }

    @Test
    void leavesNothingForLater() {
        assertThat(containing(MAIN, Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XXX)\\b")))
                .isEmpty();
        assertThat(containing(TESTS, Pattern.compile("\\b(TO" + "DO|FIX" + "ME|@Dis" + "abled)\\b")))
                .isEmpty();
    }

    /** What one says of a dossier would change what another expects of it. */
    @Test
    void givesEveryTestOnTheSharedHubADossierOfItsOwn() {
        Pattern code = Pattern.compile("String CODE = (\"[^\"]+\")");
        Map<String, List<Path>> codes = containing(TESTS, Pattern.compile("\\bOneHub\\.class\\b")).stream()
                .filter(file -> code.matcher(read(file)).find())
                .collect(Collectors.groupingBy(file -> code.matcher(read(file))
                        .results()
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElseThrow()));
        assertThat(codes).hasSizeGreaterThan(10);
        assertThat(codes.values()).allSatisfy(tests -> assertThat(tests).hasSize(1));
    }

    @Test
    void waitsForWhatItExpectsAndNeverSleeps() {
        assertThat(containing(TESTS, Pattern.compile("Thread\\.sle" + "ep"))).isEmpty();
    }

    @Test
    void usesOneGenerationOfJackson() {
        assertThat(containing(MAIN, Pattern.compile("import com\\.fasterxml\\.jackson\\.(databind|core|dataformat)")))
                .extracting(file -> file.getFileName().toString())
                .isSubsetOf(FORCED_BY_A_LIBRARY);
    }

    @Test
    void givesEveryPackageAFrontPage() {
        List<Path> folders = files(MAIN, ".java").stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> Files.notExists(folder.resolve("package-info.java")))
                .toList();
        assertThat(folders).isEmpty();
    }

    private static List<Path> containing(Path folder, Pattern text) {
        return files(folder, ".java").stream()
                .filter(file -> text.matcher(read(file)).find())
                .toList();
    }

    private static List<Path> files(Path folder, String ending) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
