package vn.lienthong.hub.intake.collect;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;

/** A part of {@code collect}, read so that a mistake is told by its place. */
public record Section(String place, JsonNode node) {

    public static Section collect(JsonNode settings) {
        return new Section("collect", settings.path("collect"));
    }

    public boolean given() {
        return node.isObject();
    }

    public Section in(String key) {
        return new Section(place + "." + key, node.path(key));
    }

    public String text(String key, String usual) {
        return node.path(key).asString(usual);
    }

    public String text(String key) {
        String text = text(key, "");
        if (text.isBlank()) {
            throw wrong(key, "is missing");
        }
        return text;
    }

    public boolean yes(String key) {
        return node.path(key).asBoolean(false);
    }

    public int number(String key, int usual, int least) {
        int number = node.path(key).asInt(usual);
        if (number < least) {
            throw wrong(key, "is at least " + least);
        }
        return number;
    }

    public Duration duration(String key, Duration usual) {
        String text = text(key, "");
        try {
            return text.isEmpty() ? usual : DurationStyle.detectAndParse(text);
        } catch (IllegalArgumentException unreadable) {
            throw wrong(key, "is a time such as 30s, 5m or 1d, not '" + text + "'");
        }
    }

    public Map<String, String> texts(String key) {
        Map<String, String> read = new LinkedHashMap<>();
        node.path(key)
                .properties()
                .forEach(entry -> read.put(entry.getKey(), entry.getValue().asString()));
        return read;
    }

    public List<String> list(String key) {
        return node.path(key).valueStream().map(JsonNode::asString).toList();
    }

    public IllegalArgumentException wrong(String key, String why) {
        return new IllegalArgumentException(place + "." + key + " " + why);
    }
}
