package vn.lienthong.hub.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a neighbour would be told of a dossier that is only tried; a module that speaks to a neighbour implements it. */
public interface OutwardPreview {

    Preview of(OutwardDossier tried);

    /**
     * The words of one neighbour, masked as in its ledger.
     *
     * @param record null when the dossier would be held
     * @param missing places in {@code settings}, as JSON pointers, that ask for what the dossier does not have
     * @param settings the configuration file that decides
     */
    record Preview(
            String neighbour, @Nullable JsonNode record, List<JsonNode> steps, List<String> missing, String settings) {}
}
