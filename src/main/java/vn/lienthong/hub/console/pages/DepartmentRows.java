package vn.lienthong.hub.console.pages;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.console.api.Answer;

/** What several answers of the API say of each sender, side by side. */
final class DepartmentRows {

    private DepartmentRows() {}

    /** In the order of the senders; {@code standing}, {@code fetched} and {@code opening} as far as they were answered. */
    static List<Map<String, Object>> of(Map<String, Object> answers) {
        return answer(answers, "senders").list("senders").stream()
                .map(sender -> row((Map<?, ?>) sender, answers))
                .toList();
    }

    static Map<?, ?> find(@Nullable List<?> rows, String id) {
        return rows == null
                ? Map.of()
                : rows.stream()
                        .map(row -> (Map<?, ?>) row)
                        .filter(row -> row.get("sender") instanceof Map<?, ?> sender && id.equals(sender.get("id")))
                        .findFirst()
                        .orElse(Map.of());
    }

    private static Map<String, Object> row(Map<?, ?> sender, Map<String, Object> answers) {
        Object id = sender.get("id");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sender", sender);
        row.put("standing", named(answer(answers, "overview").list("departments"), "sender", id));
        row.put("fetched", named(answer(answers, "collections").list("collections"), "sender", id));
        List<?> keys = keys(answer(answers, "keys"), id);
        row.put("opening", keys);
        row.put("expires", expires(keys));
        return row;
    }

    private static Answer answer(Map<String, Object> answers, String name) {
        return answers.get(name) instanceof Answer answer ? answer : new Answer(0, null);
    }

    private static Map<?, ?> named(List<?> list, String member, @Nullable Object value) {
        return list.stream()
                .map(entry -> (Map<?, ?>) entry)
                .filter(entry -> value != null && value.equals(entry.get(member)))
                .findFirst()
                .orElse(Map.of());
    }

    /** Those that still open something. */
    private static List<?> keys(Answer keys, @Nullable Object principal) {
        return keys.ok() && keys.body() instanceof List<?> all
                ? all.stream()
                        .map(key -> (Map<?, ?>) key)
                        .filter(key -> principal != null && principal.equals(key.get("principal")))
                        .filter(key -> key.get("revokedAt") == null)
                        .toList()
                : List.of();
    }

    /** When the last of them ends; null when one never does, or there is none. */
    private static @Nullable String expires(List<?> keys) {
        List<?> ends =
                keys.stream().map(key -> ((Map<?, ?>) key).get("expiresAt")).toList();
        return ends.stream().anyMatch(end -> end == null)
                ? null
                : ends.stream()
                        .map(String::valueOf)
                        .max(Comparator.comparing(OffsetDateTime::parse))
                        .orElse(null);
    }
}
