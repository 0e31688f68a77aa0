package vn.lienthong.hub.platform.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final Pattern LITERAL = Pattern.compile("(?:Reason\\.of|new Reason)\\(\\s*\"([a-z0-9-]+)\"");
    private static final Pattern NAMED = Pattern.compile("(?:Reason\\.of|new Reason)\\(\\s*([A-Z][A-Z_]+)\\b");
    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+)\\s*=\\s*\"([a-z0-9-]+)\"");

    @Test
    void tellsEveryRuleInBothLanguagesWithARemedy() {
        assertThat(Reasons.keys(Locale.ENGLISH)).isEqualTo(Reasons.keys(Reasons.VIETNAMESE));
        assertThat(Reasons.rules())
                .hasSizeGreaterThan(20)
                .allSatisfy(rule ->
                        assertThat(Reasons.keys(Reasons.VIETNAMESE)).contains(rule + ".sentence", rule + ".remedy"));
    }

    @Test
    void hasATextForEveryRuleTheSourcesName() throws IOException {
        Map<String, Set<String>> untold = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/vn/lienthong/hub"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Set<String> rules =
                        rulesIn(Files.readString(source), source.toString().endsWith("Rules.java"));
                rules.removeAll(Reasons.rules());
                untold.put(source.toString(), rules);
            }
        }
        untold.values().removeIf(Set::isEmpty);
        assertThat(untold)
                .as("rules without a text in messages/reasons_*.properties")
                .isEmpty();
    }

    @Test
    void fillsInFieldValueAndParameters() {
        Reason reason = Reason.of("impossible-date", "receivedAt", "31/02/2026");
        assertThat(Reasons.text(reason, Locale.ENGLISH).sentence())
                .isEqualTo("receivedAt has the value 31/02/2026, which is no real date.");
        Reason undecodable = Reason.of("not-decodable").with("detail", "dòng 3");
        assertThat(Reasons.text(undecodable, Reasons.VIETNAMESE).sentence()).endsWith("dòng 3.");
    }

    @Test
    void speaksVietnameseUnlessAskedForEnglish() {
        Reason reason = Reason.of("missing-field", "code", null);
        assertThat(Reasons.text(reason, Locale.FRENCH)).isEqualTo(Reasons.text(reason, Reasons.VIETNAMESE));
    }

    /** The rules a source gives as reasons; every constant of a list of rules counts. */
    private static Set<String> rulesIn(String source, boolean listOfRules) {
        Set<String> names = LITERAL.matcher(source)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> used =
                NAMED.matcher(source).results().map(match -> match.group(1)).collect(Collectors.toSet());
        CONSTANT.matcher(source)
                .results()
                .filter(constant -> listOfRules || used.contains(constant.group(1)))
                .forEach(constant -> names.add(constant.group(2)));
        return names;
    }
}
