package vn.lienthong.hub.intake.normalise;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The part of a record that expressions read: the whole, or one entry of a list in it. */
final class Source {

    private final JsonNode tree;
    private final String where;
    private final LocalDate today;
    private @Nullable Object plain;

    Source(JsonNode tree, String where, LocalDate today) {
        this.tree = tree;
        this.where = where;
        this.today = today;
    }

    JsonNode tree() {
        return tree;
    }

    LocalDate today() {
        return today;
    }

    /** The tree as plain maps and lists, made once and only for records that need it. */
    @Nullable
    Object plain() {
        if (plain == null) {
            plain = Plain.of(tree);
        }
        return plain;
    }

    Source entry(JsonNode entry, String path, int index) {
        return new Source(entry, field(path) + "[" + index + "]", today);
    }

    /** How a message names a field of this part. */
    String field(String path) {
        return where.isEmpty() ? path : where + "." + path;
    }
}
