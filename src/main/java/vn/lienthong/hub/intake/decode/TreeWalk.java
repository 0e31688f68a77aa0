package vn.lienthong.hub.intake.decode;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Visits the objects at a dotted path, through every array on the way. */
final class TreeWalk {

    private TreeWalk() {}

    /** What to do with an object found, told where it was. */
    interface Visitor {
        void visit(ObjectNode found, String where) throws Fault;
    }

    static void each(JsonNode root, String path, Visitor visitor) throws Fault {
        walk(root, path.isEmpty() ? new String[0] : path.split("\\."), 0, "", visitor);
    }

    private static void walk(JsonNode node, String[] names, int depth, String where, Visitor visitor) throws Fault {
        switch (node) {
            case ArrayNode several -> {
                for (int i = 0; i < several.size(); i++) {
                    walk(several.get(i), names, depth, where + "[" + i + "]", visitor);
                }
            }
            case ObjectNode parent -> {
                if (depth == names.length) {
                    visitor.visit(parent, where);
                } else if (parent.has(names[depth])) {
                    String name = names[depth];
                    walk(parent.get(name), names, depth + 1, where.isEmpty() ? name : where + "." + name, visitor);
                }
            }
            default -> {}
        }
    }
}
