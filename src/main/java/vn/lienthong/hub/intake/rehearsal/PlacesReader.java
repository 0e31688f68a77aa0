package vn.lienthong.hub.intake.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.intake.rehearsal.Places.Place;

/** Finds every line of a mapping that reads something. */
final class PlacesReader {

    private final List<Place> places = new ArrayList<>();

    private PlacesReader() {}

    static Places read(JsonNode whole, Layers layers) {
        PlacesReader reader = new PlacesReader();
        reader.fields(whole.path("fields"), "", "", "/fields");
        reader.status(whole.path("status"));
        reader.kinds(whole.path("kind"));
        reader.attachments(whole.path("decode").path("attachments"));
        reader.value("snapshotAt", whole.path("snapshotAt"), "", "/snapshotAt");
        return new Places(layers, List.copyOf(reader.places));
    }

    private void fields(JsonNode lines, String canonical, String entry, String pointer) {
        lines.properties().forEach(line -> {
            String name = canonical + line.getKey();
            String at = pointer + "/" + line.getKey();
            JsonNode node = line.getValue();
            if (node.has("from")) {
                value(name, node, entry, at);
            } else if (node.has("each")) {
                each(node.path("each")).forEach(each -> {
                    String below = each.equals("$") ? entry : entry + each.replace("`", "") + ".";
                    fields(node.path("fields"), name + "[].", below, at + "/fields");
                });
            } else {
                fields(node, name + ".", entry, at);
            }
        });
    }

    private static List<String> each(JsonNode places) {
        return places.isArray() ? places.valueStream().map(JsonNode::asString).toList() : List.of(places.asString());
    }

    private void value(String canonical, JsonNode node, String entry, String pointer) {
        if (!node.has("from")) {
            return;
        }
        read(canonical, node.path("from"), entry, pointer);
        node.path("when").propertyNames().forEach(path -> decides(path, entry, pointer + "/when"));
    }

    private void status(JsonNode status) {
        read("status", status.path("word"), "", "/status/word");
        read("status", status.path("sub"), "", "/status/sub");
        status.path("table")
                .properties()
                .forEach(row -> read(
                        "status.at",
                        row.getValue().path("at"),
                        "",
                        "/status/table/" + row.getKey().replace("~", "~0").replace("/", "~1")));
        for (String name : List.of("officer", "officerTitle", "unit", "note")) {
            value("status." + name, status.path(name), "", "/status/" + name);
        }
    }

    private void kinds(JsonNode kind) {
        read("status", kind.path("named"), "", "/kind/named");
        kind.path("byFields")
                .properties()
                .forEach(row ->
                        row.getValue().forEach(path -> decides(path.asString(), "", "/kind/byFields/" + row.getKey())));
    }

    private void attachments(JsonNode attachments) {
        for (int i = 0; i < attachments.size(); i++) {
            JsonNode one = attachments.get(i);
            String below = one.path("at").asString("") + ".";
            for (String name : List.of(one.path("name").asString("name"), "sha256", "size")) {
                decides(below + name, "", "/decode/attachments/" + i);
            }
        }
    }

    private void decides(String path, String entry, String pointer) {
        places.add(new Place("", path, Places.names(path, entry), pointer));
    }

    private void read(String canonical, JsonNode from, String entry, String pointer) {
        Set<String> names = new LinkedHashSet<>();
        List<String> texts = new ArrayList<>();
        if (from.isArray()) {
            from.forEach(one -> texts.add(one.asString()));
        } else if (from.isString()) {
            texts.add(from.asString());
        }
        texts.forEach(text -> names.addAll(Places.names(text, entry)));
        if (!names.isEmpty()) {
            places.add(new Place(canonical, texts.getFirst(), names, pointer));
        }
    }
}
