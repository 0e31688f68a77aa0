package vn.lienthong.hub.intake.meanings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.dossier.DossierStatus;

/**
 * What a code may mean.
 *
 * @param canonical what it fills
 * @param code as the cause shows it
 * @param words that may be chosen; null when any word of the catalog or any text may
 * @param like codes of the same table; {@code =<code>} means the same, with where its moment stands
 * @param moments where in a record the moment of such a code stands, of those that have one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Choices(
        String canonical,
        String code,
        @Nullable List<String> words,
        Map<String, String> like,
        Map<String, String> moments) {

    static final String NOTHING = "~";
    static final String SAME_AS = "=";

    private static final JsonNode SCHEMA = schema();
    private static final List<String> BESIDE_STATUSES = List.of("details", "note");

    static Choices of(CodeTable table, JsonNode settings) {
        Map<String, String> like = new TreeMap<>();
        table.in(settings).properties().forEach(row -> like.put(row.getKey(), word(row.getValue())));
        like.values().removeIf("park"::equals);
        Map<String, String> moments = new TreeMap<>();
        table.in(settings).properties().forEach(row -> {
            String moment = moment(row.getValue());
            if (moment != null) {
                moments.put(row.getKey(), moment);
            }
        });
        return new Choices(table.canonical(), table.said(), words(table), like, moments);
    }

    /** Whether this may be said to be the meaning. */
    boolean allow(String meaning, Procedures procedures, LocalDate today) {
        if (meaning.startsWith(SAME_AS)) {
            return like.containsKey(meaning.substring(SAME_AS.length()));
        }
        if (words != null) {
            return words.contains(meaning);
        }
        boolean known = !canonical.equals("procedure")
                || procedures.resolve(meaning, today).isPresent();
        return meaning.equals(NOTHING) || known && meaning.length() <= 255;
    }

    /** Where its moment stands, of a status that has one. */
    static @Nullable String moment(JsonNode row) {
        JsonNode at = row.path("at");
        return at.isArray()
                ? at.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : at.stringValue(null);
    }

    static String word(JsonNode row) {
        return row.isObject() ? row.path("is").asString("") : row.isNull() ? NOTHING : row.asString();
    }

    private static @Nullable List<String> words(CodeTable table) {
        if (table.isStatus()) {
            return Stream.concat(Stream.of(DossierStatus.values()).map(Enum::name), BESIDE_STATUSES.stream())
                    .toList();
        }
        JsonNode part = SCHEMA;
        for (String name : table.canonical().replace("[]", ".items").split("\\.", -1)) {
            JsonNode node = resolved(part);
            part = name.equals("items")
                    ? node.path("items")
                    : node.path("properties").path(name);
        }
        List<String> words = new ArrayList<>();
        resolved(part).path("enum").forEach(word -> words.add(word.asString()));
        words.add(NOTHING);
        return words.size() == 1 ? null : List.copyOf(words);
    }

    private static JsonNode resolved(JsonNode part) {
        return part.has("$ref") ? SCHEMA.at(part.path("$ref").asString().substring(1)) : part;
    }

    private static JsonNode schema() {
        try (InputStream file = Objects.requireNonNull(Choices.class.getResourceAsStream("/schemas/dossier-1.json"))) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
