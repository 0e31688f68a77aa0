package vn.lienthong.hub.console.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An object of the API as names and values, for people who read no JSON. */
final class Details {

    private Details() {}

    /** What is empty is left out; values inside others are named by both, with a dot between. */
    static Map<String, String> of(@Nullable Object value) {
        Map<String, String> found = new LinkedHashMap<>();
        gather("", value, found);
        return found;
    }

    /** The value of this name in a row, or behind dots inside of it; null when there is none. */
    static @Nullable Object at(@Nullable Object row, String name) {
        int dot = name.indexOf('.');
        if (!(row instanceof Map<?, ?> members)) {
            return null;
        }
        return dot < 0 ? members.get(name) : at(members.get(name.substring(0, dot)), name.substring(dot + 1));
    }

    /** In one line; what has no names as it is. */
    static String line(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>
                ? of(value).entrySet().stream()
                        .map(pair -> pair.getKey().isEmpty() ? pair.getValue() : pair.getKey() + ": " + pair.getValue())
                        .collect(Collectors.joining("; "))
                : value.toString();
    }

    private static void gather(String name, @Nullable Object value, Map<String, String> found) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, member) -> gather(name.isEmpty() ? "" + key : name + "." + key, member, found));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int i = 0; i < list.size(); i++) {
                gather(name + "[" + (i + 1) + "]", list.get(i), found);
            }
        } else if (value instanceof List<?> list) {
            put(name, list.stream().map(String::valueOf).collect(Collectors.joining(", ")), found);
        } else if (value != null) {
            put(name, value.toString(), found);
        }
    }

    private static void put(String name, String text, Map<String, String> found) {
        if (!text.isEmpty()) {
            found.put(name, text);
        }
    }
}
