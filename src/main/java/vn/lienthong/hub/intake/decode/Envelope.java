package vn.lienthong.hub.intake.decode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.platform.reason.Reason;

/** Takes the records out of the reply or message they came in, such as {@code data} of a list that was asked for. */
final class Envelope {

    /** What the envelope said beside its list, in each record; no name of a sender begins with {@code #}. */
    static final String REST = "#envelope";

    private Envelope() {}

    static List<JsonNode> records(JsonNode whole, DecodeSettings settings) throws Fault {
        for (String place : settings.records()) {
            int cut = place.lastIndexOf('.');
            JsonNode holder = cut < 0 ? whole : at(whole, place.substring(0, cut));
            JsonNode found = holder.path(place.substring(cut + 1));
            if (found.isObject()) {
                return List.of(found);
            }
            if (found instanceof ArrayNode several && holder instanceof ObjectNode parent) {
                parent.remove(place.substring(cut + 1));
                return all(several, settings.keepEnvelope() ? whole : null);
            }
        }
        return List.of(whole);
    }

    private static List<JsonNode> all(ArrayNode several, @Nullable JsonNode rest) throws Fault {
        if (several.size() > JsonDecoder.MOST_RECORDS) {
            throw new Fault(Reason.of(Rules.TOO_MANY_RECORDS).with("max", Integer.toString(JsonDecoder.MOST_RECORDS)));
        }
        List<JsonNode> records = new ArrayList<>(several.size());
        for (JsonNode record : several) {
            if (rest != null && record instanceof ObjectNode object) {
                object.set(REST, rest);
            }
            records.add(record);
        }
        return records;
    }

    private static JsonNode at(JsonNode whole, String path) {
        JsonNode node = whole;
        for (String name : path.split("\\.")) {
            node = node.path(name);
        }
        return node;
    }
}
