package vn.lienthong.hub.intake.failures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import vn.lienthong.hub.intake.submissions.SecondReadings.Reading;
import vn.lienthong.trust.Masks;

/** Canonical words as staff may see them: codes, times and numbers stay, of every other text only the shape is left. */
@Component
class MaskedWords {

    private static final Set<String> PLAIN = Set.of(
            "code",
            "kind",
            "procedure",
            "agency",
            "channel",
            "status",
            "at",
            "timeSource",
            "subjectType",
            "submittedAt",
            "receivedAt",
            "dueAt",
            "finishedAt",
            "returnedAt",
            "refusedAt",
            "returnMethod",
            "sha256");

    private final JsonMapper json;

    MaskedWords(JsonMapper json) {
        this.json = json;
    }

    /** A value that one reading has and the other has not, or has otherwise; masked, so two may look alike. */
    record Change(
            String field, @Nullable String then, @Nullable String today) {}

    /** The dossier with its status; null when the record never became one. */
    @Nullable
    JsonNode masked(Reading reading) {
        JsonNode plain = plain(reading);
        return plain.isEmpty() ? null : masked("", plain);
    }

    List<Change> differences(Reading then, Reading today) {
        Map<String, String[]> before = values(plain(then));
        Map<String, String[]> after = values(plain(today));
        Set<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            if (!Objects.equals(value(before, field, 0), value(after, field, 0))) {
                changes.add(new Change(field, value(before, field, 1), value(after, field, 1)));
            }
        }
        return changes;
    }

    private ObjectNode plain(Reading reading) {
        ObjectNode both = json.createObjectNode();
        if (reading.facts() != null) {
            both.set("dossier", json.valueToTree(reading.facts()));
        }
        if (reading.status() != null) {
            both.set("status", json.valueToTree(reading.status()));
        }
        return both;
    }

    private JsonNode masked(String name, JsonNode node) {
        if (node.isObject()) {
            ObjectNode masked = json.createObjectNode();
            node.properties()
                    .forEach(member -> masked.set(member.getKey(), masked(member.getKey(), member.getValue())));
            return masked;
        }
        if (node.isArray()) {
            ArrayNode masked = json.createArrayNode();
            node.forEach(entry -> masked.add(masked(name, entry)));
            return masked;
        }
        return node.isString() && !PLAIN.contains(name) ? StringNode.valueOf(Masks.shape(node.stringValue())) : node;
    }

    /** By path: the very value, and what may be shown of it. */
    private Map<String, String[]> values(JsonNode tree) {
        Map<String, String[]> values = new TreeMap<>();
        collect(tree, "", "", values);
        return values;
    }

    private void collect(JsonNode node, String name, String path, Map<String, String[]> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> collect(
                            member.getValue(),
                            member.getKey(),
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), name, path + "[" + i + "]", values);
            }
        } else if (!node.isNull()) {
            values.put(path, new String[] {node.asString(), masked(name, node).asString()});
        }
    }

    private static @Nullable String value(Map<String, String[]> values, String field, int which) {
        String[] pair = values.get(field);
        return pair == null ? null : pair[which];
    }
}
