package vn.lienthong.hub.dispatch.words;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.lienthong.hub.platform.time.VietnamTime;

/** How a fact is written: as it is, as a date, a number, a flag, or by a table. */
record Forms(DateTimeFormatter date, DateTimeFormatter day, Map<String, Map<String, String>> lists) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static Forms read(JsonNode section) {
        Map<String, Map<String, String>> lists = new TreeMap<>();
        section.path("lists").properties().forEach(list -> {
            Map<String, String> words = new TreeMap<>();
            list.getValue()
                    .properties()
                    .forEach(word -> words.put(word.getKey(), word.getValue().asString()));
            lists.put(list.getKey(), Map.copyOf(words));
        });
        return new Forms(
                formatter(section.path("dateFormat").asString("yyyy-MM-dd'T'HH:mm:ssXXX")),
                formatter(section.path("dayFormat").asString("dd/MM/yyyy")),
                Map.copyOf(lists));
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(VietnamTime.ZONE);
    }

    boolean knows(String form) {
        return switch (form) {
            case "", "date", "day", "number", "flag" -> true;
            default -> lists.containsKey(form);
        };
    }

    JsonNode of(JsonNode fact, String form, String name) {
        String text = fact.asString("");
        if (text.isEmpty() && !lists.containsKey(form)) {
            return NODES.stringNode("");
        }
        return switch (form) {
            case "" -> NODES.stringNode(text);
            case "date" -> NODES.stringNode(date.format(OffsetDateTime.parse(text)));
            case "day" -> NODES.stringNode(day.format(OffsetDateTime.parse(text)));
            case "number" -> NODES.numberNode(Long.parseLong(text));
            case "flag" -> NODES.booleanNode(Boolean.parseBoolean(text));
            default -> NODES.stringNode(word(form, text, name));
        };
    }

    /** Never guessed: what is not in the table cannot be said; {@code none} is the word for what is not known. */
    private String word(String list, String value, String name) {
        String word = lists.getOrDefault(list, Map.of()).get(value.isEmpty() ? "none" : value);
        if (word == null) {
            throw new Unsayable("no word for " + name + " " + value + " in the list " + list);
        }
        return word;
    }
}
