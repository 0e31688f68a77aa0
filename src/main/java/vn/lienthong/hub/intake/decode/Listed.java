package vn.lienthong.hub.intake.decode;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.platform.reason.Reason;

/** Files that a document lists must have come with it. */
final class Listed {

    private static final String SCHEME = "cid:";

    private Listed() {}

    static void check(JsonNode record, DecodeSettings.ListedFiles list) throws Fault {
        Set<String> came = new HashSet<>();
        TreeWalk.each(record, list.among(), (part, where) -> came.add(id(part, list.by())));
        TreeWalk.each(record, list.at(), (reference, where) -> {
            String id = id(reference, list.id());
            if (!id.isEmpty() && !came.contains(id)) {
                throw new Fault(Reason.of(Rules.ATTACHMENT_MISSING, where, null));
            }
        });
    }

    private static String id(ObjectNode holder, String name) {
        String id = holder.path(name).asString("").strip();
        return id.startsWith(SCHEME) ? id.substring(SCHEME.length()) : id;
    }
}
