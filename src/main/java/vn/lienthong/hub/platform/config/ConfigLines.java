package vn.lienthong.hub.platform.config;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** On which line of a YAML file each of its values stands. */
public final class ConfigLines {

    private final Map<String, Integer> lines = new HashMap<>();

    /** A file that is no YAML has no lines to point at beyond the broken one. */
    public ConfigLines(String text) {
        try (JsonParser parser = YAMLMapper.shared().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String place = parser.streamReadContext().pathAsPointer().toString();
                lines.putIfAbsent(place, parser.currentTokenLocation().getLineNr());
            }
        }
    }

    /** The line of the value at a JSON pointer; empty when the file says nothing there. */
    public OptionalInt at(String pointer) {
        Integer line = lines.get(pointer);
        return line == null || pointer.isEmpty() ? OptionalInt.empty() : OptionalInt.of(line);
    }
}
