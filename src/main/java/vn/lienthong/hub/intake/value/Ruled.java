package vn.lienthong.hub.intake.value;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a value rule says of a value. */
public sealed interface Ruled {

    /** The value says nothing, such as the date {@code 0000-00-00}. */
    Ruled NONE = new None();

    record Kept(JsonNode value) implements Ruled {}

    record None() implements Ruled {}

    /** The value is impossible: the record is refused. */
    record Broken(String rule, Map<String, String> params) implements Ruled {}

    /** The value may be right but our lists do not know it: the record is parked. */
    record Unplaced(String rule) implements Ruled {}

    static Ruled kept(String text) {
        return new Kept(JsonNodeFactory.instance.stringNode(text));
    }

    static Ruled kept(long number) {
        return new Kept(JsonNodeFactory.instance.numberNode(number));
    }

    static Ruled broken(String rule) {
        return new Broken(rule, Map.of());
    }
}
