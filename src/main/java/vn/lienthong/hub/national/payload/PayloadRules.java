package vn.lienthong.hub.national.payload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.DossierStatus;

/** What {@code config/national.yaml} says about fields, which are required and how long, and in which codes they speak. */
public record PayloadRules(
        Map<String, Required> required,
        Map<String, Length> lengths,
        Map<String, Map<String, @Nullable String>> codes,
        CodeOf lists) {

    /** The portal's code for a word of a list that the catalogue keeps; empty when it has none that is true. */
    @FunctionalInterface
    public interface CodeOf {

        Optional<String> code(String list, String word);
    }

    /** A required field, excused in some statuses. */
    public record Required(@Nullable List<Integer> except) {

        /** While no status is known, only what no status excuses is demanded. */
        boolean in(@Nullable DossierStatus status) {
            return except == null || status != null && !except.contains(status.code());
        }
    }

    /** The longest text, and how much of a longer one is kept before "...". */
    public record Length(int max, int keep) {}

    /** The portal's code for a word of ours; empty when it has none that is true. */
    Optional<String> code(String field, @Nullable Enum<?> word) {
        if (word == null) {
            return Optional.empty();
        }
        var list = codes.get(field);
        if (list == null) {
            return lists.code(field, word.name());
        }
        if (!list.containsKey(word.name())) {
            throw new IllegalStateException(
                    "config/national.yaml, codes: %s has no entry for %s".formatted(field, word));
        }
        return Optional.ofNullable(list.get(word.name())).filter(code -> !code.isBlank());
    }

    /** The portal's code for a word of a list that no type of ours has. */
    Optional<String> word(String list, String word) {
        return lists.code(list, word);
    }

    /** All that a record lacks of what the portal requires in this status; a field may be a path: {@code A/B}. */
    Stream<String> lacking(ObjectNode record, @Nullable DossierStatus status) {
        return required.entrySet().stream()
                .filter(field -> field.getValue().in(status))
                .map(Map.Entry::getKey)
                .filter(field -> said(record, field).isBlank());
    }

    private static String said(ObjectNode record, String field) {
        return (field.indexOf('/') < 0 ? record.path(field) : record.at("/" + field)).asString("");
    }

    /** Cut by characters as people count them, so that no accent or pair is torn. */
    String cut(String field, String text) {
        var length = lengths.get(field);
        if (length == null || text.codePointCount(0, text.length()) <= length.max()) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length.keep())) + "...";
    }
}
