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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Choices(String canonical, String code, @Nullable List<String> words, Map<String, String> like) {

    static final String NOTHING = "~";
    static final String SAME_AS = "=";

    private static final JsonNode SCHEMA = schema();
    private static final List<String> BESIDE_STATUSES = List.of("details", "note");

    static Choices of(CodeTable table, JsonNode settings) {
        Map<String, String> like = new TreeMap<>();
        table.in(settings).properties().forEach(row -> like.put(row.getKey(), word(row.getValue())));
        like.values().removeIf("park"::equals);
        return new Choices(table.canonical(), table.said(), words(table), like);
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

    private static String word(JsonNode row) {
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
