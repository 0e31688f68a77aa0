package vn.lienthong.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final Pattern RULE = Pattern.compile(
            "(?:Reason\\.of|new Reason|[Rr]efused?|Rules?\\.of)\\(\\s*\"([a-z0-9-]+)\"|String [A-Z_]+_RULE = \"([a-z0-9-]+)\"");

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
        Map<String, Set<String>> named = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                RULE.matcher(Files.readString(source))
                        .results()
                        .map(ReasonsTest::rule)
                        .forEach(rule -> named.computeIfAbsent(rule, key -> new TreeSet<>())
                                .add(source.getFileName().toString()));
            }
        }
        named.keySet().removeAll(Reasons.rules());
        assertThat(named)
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

    private static String rule(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }
}
