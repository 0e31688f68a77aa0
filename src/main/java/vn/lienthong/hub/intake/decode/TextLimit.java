package vn.lienthong.hub.intake.decode;

import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.platform.reason.Reason;

/** Finds a text that is too long in a record whose base64 parts were allowed to be longer. */
final class TextLimit {

    private TextLimit() {}

    static void check(JsonNode node, String where) throws Fault {
        if (node.isString() && node.stringValue().length() > DecodeSettings.LONGEST_TEXT) {
            throw new Fault(Reason.of(Rules.TOO_LONG, where, null));
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), where + "[" + i + "]");
            }
        }
        if (node.isObject()) {
            for (var field : node.properties()) {
                check(field.getValue(), where.isEmpty() ? field.getKey() : where + "." + field.getKey());
            }
        }
    }
}
