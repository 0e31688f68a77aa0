package vn.lienthong.hub.portal;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.trust.Masks;

/** The canonical dossier as JSON with everything personal masked. */
@Component
class MaskedDossier {

    private static final Map<String, UnaryOperator<String>> PERSONAL = Map.of(
            "name", Masks::name,
            "personalId", Masks::personalId,
            "oldId", Masks::personalId,
            "taxCode", Masks::personalId,
            "phone", Masks::phone,
            "email", Masks::email,
            "address", Masks::address,
            "birthDate", birthDate -> "****");

    private final ObjectMapper json;

    MaskedDossier(ObjectMapper json) {
        this.json = json;
    }

    @Nullable
    ObjectNode of(@Nullable DossierFacts facts, boolean revealed) {
        if (facts == null) {
            return null;
        }
        ObjectNode tree = json.valueToTree(facts);
        if (!revealed) {
            List.of("applicant", "owner").forEach(party -> mask(tree, party));
        }
        return tree;
    }

    private static void mask(ObjectNode dossier, String party) {
        if (dossier.get(party) instanceof ObjectNode person) {
            PERSONAL.forEach((field, mask) -> {
                if (person.has(field)) {
                    person.put(field, mask.apply(person.get(field).asString()));
                }
            });
        }
    }
}
