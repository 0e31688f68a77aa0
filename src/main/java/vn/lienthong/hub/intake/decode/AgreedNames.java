package vn.lienthong.hub.intake.decode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.platform.reason.Reason;

/** Gives names their agreed spelling: some systems answer with {@code hktT_MaTinh} for {@code HKTT_MaTinh}. */
final class AgreedNames {

    private final Map<String, String> bySmallLetters;

    AgreedNames(List<String> names) {
        bySmallLetters = names.stream().collect(Collectors.toMap(AgreedNames::small, Function.identity()));
    }

    void spell(JsonNode node) throws Fault {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                rename(object, name);
            }
        }
        for (JsonNode child : node) {
            spell(child);
        }
    }

    private void rename(ObjectNode object, String name) throws Fault {
        String agreed = bySmallLetters.getOrDefault(small(name), name);
        if (agreed.equals(name)) {
            return;
        }
        if (object.has(agreed)) {
            throw new Fault(Reason.of(Rules.DUPLICATE_KEY, name, null));
        }
        object.set(agreed, object.remove(name));
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
