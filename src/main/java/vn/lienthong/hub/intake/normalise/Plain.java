package vn.lienthong.hub.intake.normalise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Trees as the plain maps, lists and values that JSONata reads, and back. */
final class Plain {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Plain() {}

    static @Nullable Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> map(node);
            case ARRAY -> list(node);
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            case STRING -> node.stringValue();
            default -> null;
        };
    }

    static JsonNode tree(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.missingNode();
            case String text -> NODES.stringNode(text);
            case Boolean truth -> NODES.booleanNode(truth);
            case Integer whole -> NODES.numberNode(whole);
            case Long whole -> NODES.numberNode(whole);
            case Number number -> NODES.numberNode(number.doubleValue());
            case List<?> list -> {
                var array = NODES.arrayNode();
                list.forEach(entry -> array.add(tree(entry)));
                yield array;
            }
            default -> NODES.missingNode();
        };
    }

    private static Map<String, @Nullable Object> map(JsonNode node) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        node.properties().forEach(field -> map.put(field.getKey(), of(field.getValue())));
        return map;
    }

    private static List<@Nullable Object> list(JsonNode node) {
        List<@Nullable Object> list = new ArrayList<>(node.size());
        node.forEach(entry -> list.add(of(entry)));
        return list;
    }

    /** One that is out of JSONata's range stays as it is written: no rule takes it for a number. */
    private static Object number(JsonNode node) {
        if (node.isInt()) {
            return node.intValue();
        }
        if (node.isLong()) {
            return node.longValue();
        }
        double value = node.decimalValue().doubleValue();
        return Double.isInfinite(value) ? node.asString() : (Object) value;
    }
}
