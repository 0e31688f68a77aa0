package vn.lienthong.hub.intake.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every name of {@code schemas/dossier-1.json}, lists with {@code []}; and those of a status. */
final class CanonicalNames {

    static final List<String> ALL = read();

    private CanonicalNames() {}

    private static List<String> read() {
        try (InputStream file =
                Objects.requireNonNull(CanonicalNames.class.getResourceAsStream("/schemas/dossier-1.json"))) {
            JsonNode schema = JsonMapper.shared().readTree(file);
            List<String> names = new ArrayList<>();
            walk(schema, schema, "", names);
            return List.copyOf(names);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // aliases are named by whose they are in a mapping and by kind in a dossier: they are no single names
    private static void walk(JsonNode schema, JsonNode part, String path, List<String> names) {
        JsonNode node =
                part.has("$ref") ? schema.at(part.path("$ref").asString().substring(1)) : part;
        if (node.has("properties")) {
            node.path("properties").properties().stream()
                    .filter(member -> !member.getKey().equals("aliases"))
                    .forEach(member -> walk(
                            schema,
                            member.getValue(),
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            names));
        } else if (node.has("items")) {
            walk(schema, node.path("items"), path + "[]", names);
        } else {
            names.add(path);
        }
    }
}
