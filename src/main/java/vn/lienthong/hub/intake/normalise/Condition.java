package vn.lienthong.hub.intake.normalise;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.intake.value.Scalars;

/** When a line of a mapping applies: each path holds one of its values, {@code any}thing, or {@code none}. */
record Condition(List<Test> tests) {

    static final Condition ALWAYS = new Condition(List.of());

    static Condition of(Map<String, List<String>> when) {
        return new Condition(when.entrySet().stream()
                .map(test -> new Test(PlainPath.of(test.getKey()), Set.copyOf(test.getValue())))
                .toList());
    }

    boolean holds(Source source) {
        for (Test test : tests) {
            if (!test.holds(source)) {
                return false;
            }
        }
        return true;
    }

    record Test(PlainPath path, Set<String> values) {

        boolean holds(Source source) {
            JsonNode value = path.of(source);
            if (Scalars.isBlank(value)) {
                return values.contains("none");
            }
            return values.contains("any") || values.contains(Scalars.text(value));
        }
    }
}
