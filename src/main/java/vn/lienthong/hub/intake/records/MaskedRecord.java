package vn.lienthong.hub.intake.records;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import vn.lienthong.trust.Masks;

/** A record in its sender's words without what they say: names of fields stay, of every value only the shape. */
@Component
class MaskedRecord {

    private final JsonMapper json;

    MaskedRecord(JsonMapper json) {
        this.json = json;
    }

    /** What is no JSON loses its names too. */
    String of(String content) {
        try {
            JsonNode tree = json.readTree(content);
            return tree.isContainer()
                    ? json.writerWithDefaultPrettyPrinter().writeValueAsString(masked(tree))
                    : Masks.shape(content);
        } catch (JacksonException noJson) {
            return Masks.shape(content);
        }
    }

    private JsonNode masked(JsonNode node) {
        if (node.isObject()) {
            ObjectNode masked = json.createObjectNode();
            node.properties().forEach(member -> masked.set(member.getKey(), masked(member.getValue())));
            return masked;
        }
        if (node.isArray()) {
            ArrayNode masked = json.createArrayNode();
            node.forEach(entry -> masked.add(masked(entry)));
            return masked;
        }
        return node.isNull() || node.isBoolean() ? node : StringNode.valueOf(Masks.shape(node.asString()));
    }
}
