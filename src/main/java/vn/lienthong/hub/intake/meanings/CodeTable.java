package vn.lienthong.hub.intake.meanings;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A table of a sender's mapping that should know a code, as all layers together say it.
 *
 * @param canonical what the table fills: {@code status}, or a name of the canonical dossier such as {@code applicant.subjectType}
 * @param whole path of the part that one layer says as a whole; the part itself for a status
 * @param table path of the table below {@code whole}, with {@code whole} at its front
 * @param said the code in the cause, perhaps masked
 */
record CodeTable(String canonical, List<String> whole, List<String> table, String said) {

    boolean isStatus() {
        return canonical.equals("status");
    }

    /** What the table says now. */
    JsonNode in(JsonNode settings) {
        return at(settings, table);
    }

    static JsonNode at(JsonNode tree, List<String> path) {
        JsonNode node = tree;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }
}
