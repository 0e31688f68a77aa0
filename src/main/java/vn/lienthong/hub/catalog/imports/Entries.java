package vn.lienthong.hub.catalog.imports;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The entries of a file of the catalog by their key, each with its dated versions. */
final class Entries {

    private final ArrayNode list;
    private final String key;
    private final Map<String, ObjectNode> byKey = new LinkedHashMap<>();

    Entries(ArrayNode list, String key) {
        this.list = list;
        this.key = key;
        list.forEach(entry -> byKey.put(entry.path(key).asString(""), (ObjectNode) entry));
    }

    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(byKey.get(id));
    }

    /** The entry of this key, made when there is none. */
    ObjectNode entry(String id) {
        return byKey.computeIfAbsent(id, made -> {
            ObjectNode entry = list.addObject();
            entry.put(key, made);
            return entry;
        });
    }

    /** The version that begins on the day; a new one ends the one that is open so far. */
    static ObjectNode version(ObjectNode entry, LocalDate from) {
        ArrayNode versions = entry.withArray("versions");
        for (JsonNode version : versions) {
            if (from.toString().equals(version.path("from").asString(""))) {
                return (ObjectNode) version;
            }
        }
        close(versions, from);
        ObjectNode version = versions.addObject();
        version.put("from", from.toString());
        return version;
    }

    /** Ends what is open on the day. */
    static void close(ArrayNode dated, LocalDate until) {
        for (JsonNode one : dated) {
            LocalDate from = day(one, "from");
            if (from != null && from.isBefore(until) && openOn(one, until)) {
                ((ObjectNode) one).put("until", until.toString());
            }
        }
    }

    static boolean openOn(JsonNode dated, LocalDate day) {
        LocalDate until = day(dated, "until");
        return until == null || until.isAfter(day);
    }

    /** Whether two versions of the entry hold on one day. */
    static boolean overlap(ObjectNode entry) {
        ArrayNode versions = entry.withArray("versions");
        for (int one = 0; one < versions.size(); one++) {
            for (int other = one + 1; other < versions.size(); other++) {
                if (overlap(versions.get(one), versions.get(other))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return before(day(one, "from"), day(other, "until")) && before(day(other, "from"), day(one, "until"));
    }

    private static boolean before(@Nullable LocalDate from, @Nullable LocalDate until) {
        return from != null && (until == null || from.isBefore(until));
    }

    static @Nullable LocalDate day(JsonNode node, String field) {
        String text = node.path(field).asString("");
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
