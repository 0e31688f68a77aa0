package vn.lienthong.hub.intake.decode;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.platform.reason.Reason;

/** Turns a list of named values, such as {@code <item id="txtName"><value>}, into one object with those names. */
final class Items {

    private Items() {}

    static void name(JsonNode record, DecodeSettings.ItemsPath items) throws Fault {
        int cut = items.at().lastIndexOf('.');
        String list = items.at().substring(cut + 1);
        TreeWalk.each(record, cut < 0 ? "" : items.at().substring(0, cut), (ObjectNode holder, String where) -> {
            JsonNode entries = holder.get(list);
            if (entries != null && entries.isContainer()) {
                holder.set(list, named(entries.isArray() ? entries : List.of(entries), items));
            }
        });
    }

    private static ObjectNode named(Iterable<JsonNode> entries, DecodeSettings.ItemsPath items) throws Fault {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        for (JsonNode entry : entries) {
            String name = entry.path(items.key()).asString("").strip();
            if (name.isEmpty()) {
                continue;
            }
            if (named.has(name)) {
                throw new Fault(Reason.of(Rules.DUPLICATE_KEY, name, null));
            }
            JsonNode value = entry.get(items.value());
            named.set(name, value == null ? named.nullNode() : value);
        }
        return named;
    }
}
