package vn.lienthong.hub.intake.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A dotted path of names; a name with other signs than letters, digits and {@code _} stands in backticks. */
record PlainPath(String text, List<String> names) implements Expression {

    /** The entry itself, for a list inside an entry. */
    static final String SELF = "$";

    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_]*|`[^`]+`";
    private static final Pattern ONE = Pattern.compile("(?:" + NAME + ")(?:\\.(?:" + NAME + "))*");
    private static final Pattern EACH = Pattern.compile(NAME);

    static boolean isOne(String text) {
        return ONE.matcher(text).matches();
    }

    static PlainPath of(String text) {
        if (!isOne(text) && !text.equals(SELF)) {
            throw new IllegalArgumentException("not a dotted path: " + text);
        }
        List<String> names = new ArrayList<>();
        Matcher name = EACH.matcher(text);
        while (name.find()) {
            names.add(name.group().replace("`", ""));
        }
        return new PlainPath(text.replace("`", ""), List.copyOf(names));
    }

    @Override
    public String label(Source source) {
        return text;
    }

    boolean isSelf() {
        return names.isEmpty();
    }

    @Override
    public JsonNode of(Source source) {
        JsonNode node = source.tree();
        for (String name : names) {
            // what repeats in some documents and not in others is one element here
            JsonNode parent = node.isArray() && node.size() == 1 ? node.get(0) : node;
            JsonNode child = parent.get(name);
            if (child == null) {
                return MissingNode.getInstance();
            }
            node = child;
        }
        return node;
    }
}
