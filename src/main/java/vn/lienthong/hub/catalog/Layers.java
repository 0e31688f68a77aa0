package vn.lienthong.hub.catalog;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lays one part of a configuration over another: names are joined, everything else is replaced. */
final class Layers {

    /** A line that says where a value is from, or which status a word is, holds as a whole. */
    private static final List<String> WHOLE = List.of("from", "is", "each");

    private Layers() {}

    static ObjectNode over(ObjectNode lower, ObjectNode upper) {
        ObjectNode joined = lower.deepCopy();
        upper.properties().forEach(entry -> {
            boolean both = joined.get(entry.getKey()) instanceof ObjectNode && joins(entry.getValue());
            joined.set(
                    entry.getKey(),
                    both
                            ? over((ObjectNode) joined.get(entry.getKey()), (ObjectNode) entry.getValue())
                            : entry.getValue());
        });
        return joined;
    }

    private static boolean joins(JsonNode upper) {
        return upper.isObject() && WHOLE.stream().noneMatch(upper::has);
    }
}
