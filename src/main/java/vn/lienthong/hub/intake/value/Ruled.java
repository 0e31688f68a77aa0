package vn.lienthong.hub.intake.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a value rule says of a value. */
public sealed interface Ruled {

    /** The value says nothing, such as the date {@code 0000-00-00}. */
    Ruled NONE = new None();

    /** The value in canonical form; a doubt names the rule by which somebody should look at it. */
    record Kept(JsonNode value, @Nullable String doubt) implements Ruled {}

    record None() implements Ruled {}

    /** The value is impossible: the record is refused. */
    record Broken(String rule, Map<String, String> params) implements Ruled {}

    /** The value may be right but our lists do not know it: the record is parked. */
    record Unplaced(String rule) implements Ruled {}

    static Ruled kept(String text) {
        return doubted(text, null);
    }

    static Ruled doubted(String text, @Nullable String doubt) {
        return new Kept(JsonNodeFactory.instance.stringNode(text), doubt);
    }

    static Ruled kept(boolean truth) {
        return new Kept(JsonNodeFactory.instance.booleanNode(truth), null);
    }

    static Ruled kept(long number) {
        return new Kept(JsonNodeFactory.instance.numberNode(number), null);
    }

    static Ruled broken(String rule) {
        return new Broken(rule, Map.of());
    }
}
