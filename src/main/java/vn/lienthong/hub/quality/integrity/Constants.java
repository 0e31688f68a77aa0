package vn.lienthong.hub.quality.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Component;
import vn.lienthong.hub.dossier.DossierFacts.Reuse;

/** What one new dossier says in the fields that are watched; a field it does not fill says nothing. */
final class Constants {

    /** Which of its papers are reused: D7's pattern is that it is always the first alone. */
    static final String REUSED_PAPERS = "components.reuse";

    static final String FIRST_ALONE = "the first alone";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SHOWN = 3;

    private Constants() {}

    /** By field. */
    static Map<String, String> of(DossierFacts facts, List<String> fields) {
        var said = new TreeMap<String, String>();
        JsonNode tree = JSON.valueToTree(facts);
        fields.forEach(field -> value(tree, field).ifPresent(value -> said.put(field, value)));
        reused(facts.components()).ifPresent(value -> said.put(REUSED_PAPERS, value));
        return said;
    }

    private static Optional<String> value(JsonNode tree, String field) {
        var values = Stream.of(tree);
        for (var name : field.split("\\.")) {
            values = values.map(node -> node.path(name))
                    .flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node));
        }
        var text = values.filter(JsonNode::isValueNode).map(JsonNode::asString).collect(Collectors.joining("|"));
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<String> reused(List<Component> papers) {
        var reused = new ArrayList<Integer>();
        for (int i = 0; i < papers.size(); i++) {
            var reuse = papers.get(i).reuse();
            if (reuse == Reuse.FROM_COMPONENT || reuse == Reuse.FROM_RESULT) {
                reused.add(i);
            }
        }
        if (papers.size() < 2 || reused.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(reused.equals(List.of(0)) ? FIRST_ALONE : "others");
    }

    /** A code may be shown; what is longer may be somebody's. */
    static String shown(String value) {
        return value.length() <= SHOWN || value.equals(FIRST_ALONE) ? value : "*** (" + value.length() + ")";
    }
}
