package vn.lienthong.trust;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entries: whatever is null or blank does not matter.
 *
 * @param action how the name of the act begins
 * @param object what it was done to, or the dossier that its details name
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String object,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** As people typed it. */
    public AuditFilter {
        actor = given(actor);
        action = given(action);
        object = given(object);
    }

    /** For the entry that says who asked for what: what was asked for, and behind which entry the page begins. */
    public Map<String, String> words(@Nullable Long before) {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "actor", actor);
        put(words, "action", action);
        put(words, "object", object);
        put(words, "from", from);
        put(words, "until", until);
        put(words, "before", before);
        return words;
    }

    private static void put(Map<String, String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value.toString());
        }
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
