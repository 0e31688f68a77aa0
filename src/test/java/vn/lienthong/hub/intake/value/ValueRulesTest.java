package vn.lienthong.hub.intake.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rules by their examples in {@code values/rules.tsv}. */
class ValueRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Stream<String[]> examples() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/values/rules.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"));
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @MethodSource("examples")
    void judgesAsTheExampleSays(String rule, String value, String expected) {
        Ruled ruled = ValueRules.named(rule.replace("+zeros", ""), options(rule.endsWith("+zeros")))
                .apply(JSON.readTree(value), TODAY);
        assertThat(told(ruled)).isEqualTo(expected);
    }

    @Test
    void hasAnExampleOfEveryRule() throws IOException {
        Set<String> shown =
                examples().map(example -> example[0].replace("+zeros", "")).collect(Collectors.toSet());
        assertThat(shown).isEqualTo(ValueRules.names());
    }

    @Test
    void takesTheTimeThatIsMeantWhereOnlyADayIsGiven() {
        ValueRule due =
                ValueRules.named("vietnamese-date", new RuleOptions(Map.of(), 100, LocalTime.of(17, 0), false, true));
        assertThat(told(due.apply(JSON.readTree("\"31/08/2026\""), TODAY))).isEqualTo("\"2026-08-31T17:00:00+07:00\"");
        assertThat(told(due.apply(JSON.readTree("\"31/08/2026 09:00\""), TODAY)))
                .isEqualTo("\"2026-08-31T09:00:00+07:00\"");
    }

    @Test
    void refusesTextLongerThanItsLimit() {
        ValueRule text = ValueRules.named("text", new RuleOptions(Map.of(), 5, null, false, true));
        assertThat(told(text.apply(JSON.readTree("\"123456\""), TODAY))).isEqualTo("!too-long");
    }

    @Test
    void knowsNoRuleThatNobodyWrote() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueRules.named("constant", options(false)))
                .withMessageContaining("constant");
    }

    private static RuleOptions options(boolean restoreZeros) {
        Map<String, @Nullable String> list = new HashMap<>();
        list.put("1", "CITIZEN");
        list.put("3", null);
        return new RuleOptions(list, 4_000, null, restoreZeros, true);
    }

    private static String told(Ruled ruled) {
        return switch (ruled) {
            case Ruled.Kept kept -> kept.value() + (kept.doubt() == null ? "" : " ~" + kept.doubt());
            case Ruled.None none -> "-";
            case Ruled.Broken broken -> "!" + broken.rule();
            case Ruled.Unplaced unplaced -> "?" + unplaced.rule();
        };
    }
}
