package vn.lienthong.hub.catalog.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An uploaded YAML file, and the line on which each of its values stands. */
final class YamlFile {

    private final JsonNode root;
    private final Map<String, Integer> lines = new HashMap<>();

    YamlFile(YAMLMapper yaml, byte[] body) {
        this.root = yaml.readTree(body);
        try (JsonParser parser = yaml.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String place = parser.streamReadContext().pathAsPointer().toString();
                lines.putIfAbsent(place, parser.currentTokenLocation().getLineNr());
            }
        }
    }

    Part whole(List<Flaw> flaws) {
        return new Part(this, JsonPointer.empty(), "", root, flaws);
    }

    /** The line of the value, or of what it would stand in. */
    int line(JsonPointer at) {
        for (JsonPointer place = at; place != null; place = place.head()) {
            Integer line = lines.get(place.toString());
            if (line != null) {
                return line;
            }
        }
        return 1;
    }
}
