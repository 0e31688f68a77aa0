package vn.lienthong.hub.catalog.imports;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a file of the province would say after an import.
 *
 * @param rows how many rows or entries the upload holds
 */
record Draft(String path, ObjectNode before, ObjectNode after, String list, String key, int rows, List<Flaw> flaws) {

    SortedSet<String> added() {
        SortedSet<String> added = keys(after);
        added.removeAll(keys(before));
        return added;
    }

    /** Keys whose entry says something else than before. */
    SortedSet<String> changed() {
        Entries old = new Entries(before.withArray(list), key);
        SortedSet<String> changed = new TreeSet<>();
        for (JsonNode entry : after.withArray(list)) {
            String id = entry.path(key).asString("");
            old.find(id).filter(was -> !was.equals(entry)).ifPresent(was -> changed.add(id));
        }
        return changed;
    }

    private SortedSet<String> keys(ObjectNode file) {
        SortedSet<String> keys = new TreeSet<>();
        file.withArray(list).forEach(entry -> keys.add(entry.path(key).asString("")));
        return keys;
    }
}
