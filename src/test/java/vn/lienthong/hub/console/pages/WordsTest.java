package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every page of the console, read from its files. */
class WordsTest {

    private static final Path FOLDER = Path.of("src/main/resources/pages/console");
    private static final Pattern WORD = Pattern.compile("#\\{([a-z][a-z0-9.-]*)[}(]");
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>.*?</form>", Pattern.DOTALL);

    private static final Pattern LABEL = Pattern.compile("(?:\\*|\\*\\*\"?)([^*()]+?)\"?\\*{1,2}\\.? \\(([^)]+)\\)");

    private static final Pattern TWICE = Pattern.compile("__(.+?)__");
    private static final Pattern FOREIGN =
            Pattern.compile("\\b(query|problem|param|sent|path|links|note|reason|words|detail)\\b");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @Test
    void saysEverythingInBothLanguages() throws IOException {
        Properties vietnamese = words("words.properties");
        Properties english = words("words_en.properties");
        assertThat(new TreeSet<>(vietnamese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        assertThat(vietnamese.values()).doesNotContain("");
        assertThat(english.values()).doesNotContain("");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void knowsEveryWordThatAPageNames(Path template) throws IOException {
        Properties known = words("words.properties");
        Matcher named = WORD.matcher(Files.readString(template));
        while (named.find()) {
            assertThat(known.getProperty(named.group(1))).as(named.group(1)).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void changesNothingByGetAndLetsNoOtherSiteSendItsForms(Path template) throws IOException {
        Matcher form = FORM.matcher(Files.readString(template));
        while (form.find()) {
            String text = form.group();
            assertThat(text.contains("method=\"get\"") || text.contains("name=\"_csrf\""))
                    .as(text)
                    .isTrue();
        }
    }

    /** The policy for content forbids them, so that they would silently do nothing. */
    @ParameterizedTest
    @MethodSource("templates")
    void holdsNoScriptAndNoStyleOfItsOwn(Path template) throws IOException {
        assertThat(Files.readString(template))
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|th:style|th:utext");
    }

    /** What stands between them is read as an expression once more: only codes of ours may. */
    @Test
    void readsNothingAsAnExpressionThatAnAddressOrAFormSays() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER.getParent())) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".html")).toList()) {
                Matcher twice = TWICE.matcher(Files.readString(file));
                while (twice.find()) {
                    assertThat(twice.group(1)).as(file.toString()).doesNotContainPattern(FOREIGN);
                }
            }
        }
    }

    /** Whoever reads it at three in the morning must find these very words on the screen. */
    @Test
    void namesLabelsInTheInstructionsForTheNightAsTheScreenDoes() throws IOException {
        Properties vietnamese = words("words.properties");
        Properties english = words("words_en.properties");
        Set<String> labels = vietnamese.stringPropertyNames().stream()
                .map(key -> vietnamese.getProperty(key) + " = " + english.getProperty(key))
                .collect(Collectors.toSet());
        String all = Files.readString(Path.of("docs/operating.md"));
        String night = all.substring(all.indexOf("## At three in the morning"), all.indexOf("## What to watch"))
                .replaceAll("\\s+", " ");
        Matcher label = LABEL.matcher(night);
        int seen = 0;
        for (; label.find(); seen++) {
            String both = label.group(1).replaceAll("[*\"]", "") + " = " + label.group(2);
            assertThat(labels.contains(both)).as(both).isTrue();
        }
        assertThat(seen).isGreaterThan(15);
    }

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            words.load(reader);
        }
        return words;
    }
}
