package vn.lienthong.hub.intake.meanings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML file in which single values are set, so that people see a small difference and their comments stay. Should a file be
 * laid out in a way not foreseen here, it is written anew as a whole: what it says always comes before how it looks.
 */
final class YamlText {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern TAKEN = Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null");
    private static final Pattern COMMENT = Pattern.compile("\\s+#\\s[^\"'}\\]]*$");

    private final ObjectNode tree;
    private final List<String> lines;

    private YamlText(String text) {
        this.tree = (ObjectNode) YAML.readTree(text);
        this.lines = new ArrayList<>(text.stripTrailing().lines().toList());
    }

    /** The text with this value at this path. */
    static String with(String text, List<String> path, JsonNode value) {
        YamlText edited = new YamlText(text);
        ObjectNode wanted = edited.tree.deepCopy();
        put(wanted, path, value);
        edited.set(path, value);
        String result = String.join("\n", edited.lines) + "\n";
        return says(result, wanted) ? result : YAML.writeValueAsString(wanted);
    }

    /** Whether the file itself has something at this path. */
    static boolean says(String text, List<String> path) {
        JsonNode node = CodeTable.at(YAML.readTree(text), path);
        return !node.isMissingNode() && !node.isNull();
    }

    private static boolean says(String text, JsonNode wanted) {
        try {
            return YAML.readTree(text).equals(wanted);
        } catch (JacksonException broken) {
            return false;
        }
    }

    static void put(ObjectNode tree, List<String> path, JsonNode value) {
        ObjectNode node = tree;
        for (String name : path.subList(0, path.size() - 1)) {
            node = node.get(name) instanceof ObjectNode below ? below : node.putObject(name);
        }
        node.set(path.getLast(), value);
    }

    private void set(List<String> path, JsonNode value) {
        int known = known(path);
        if (known == path.size()) {
            replace(path, value);
            return;
        }
        JsonNode fresh = wrapped(path.subList(known + 1, path.size()), value);
        List<String> parent = path.subList(0, known);
        int at = parent.isEmpty() ? -1 : line(parent);
        boolean block = parent.isEmpty() || at >= 0 && end(at) > at + 1;
        if (block) {
            int indent = parent.isEmpty() ? 0 : indent(at + first(at));
            lines.addAll(parent.isEmpty() ? lines.size() : end(at), render(path.get(known), fresh, indent));
        } else {
            ObjectNode joined = (ObjectNode) CodeTable.at(tree, parent).deepCopy();
            joined.set(path.get(known), fresh);
            set(parent, joined);
        }
    }

    private void replace(List<String> path, JsonNode value) {
        int at = line(path);
        if (at < 0) {
            ObjectNode parent = (ObjectNode)
                    CodeTable.at(tree, path.subList(0, path.size() - 1)).deepCopy();
            parent.set(path.getLast(), value);
            if (path.size() > 1) {
                replace(path.subList(0, path.size() - 1), parent);
            }
            return;
        }
        int end = end(at);
        List<String> fresh = new ArrayList<>(render(path.getLast(), value, indent(at)));
        Matcher comment = COMMENT.matcher(lines.get(at));
        if (end == at + 1 && fresh.size() == 1 && comment.find()) {
            fresh.set(0, fresh.getFirst() + comment.group());
        }
        lines.subList(at, end).clear();
        lines.addAll(at, fresh);
    }

    /** How many names of the path the file has. */
    private int known(List<String> path) {
        JsonNode node = tree;
        for (int i = 0; i < path.size(); i++) {
            if (!(node instanceof ObjectNode object) || !object.has(path.get(i))) {
                return i;
            }
            node = object.get(path.get(i));
        }
        return path.size();
    }

    /** The line that begins with the last name of the path, or -1 when it stands inside a line. */
    private int line(List<String> path) {
        int from = 0;
        int until = lines.size();
        int at = -1;
        for (String name : path) {
            at = key(name, from, until);
            if (at < 0) {
                return -1;
            }
            from = at + 1;
            until = end(at);
        }
        return at;
    }

    private int key(String name, int from, int until) {
        int indent = -1;
        for (int i = from; i < until; i++) {
            if (says(i)) {
                indent = indent < 0 ? indent(i) : indent;
                if (indent(i) == indent && isKey(lines.get(i).strip(), name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static boolean isKey(String line, String name) {
        return line.startsWith(name + ":")
                || line.startsWith("\"" + name + "\":")
                || line.startsWith("'" + name + "':");
    }

    /** Where the next part begins; comments and empty lines before it are its own. */
    private int end(int at) {
        int end = at + 1;
        for (int i = at + 1; i < lines.size() && (!says(i) || indent(i) > indent(at)); i++) {
            end = says(i) ? i + 1 : end;
        }
        return end;
    }

    private int first(int at) {
        int i = 1;
        while (!says(at + i)) {
            i++;
        }
        return i;
    }

    private boolean says(int i) {
        String line = lines.get(i).strip();
        return !line.isEmpty() && !line.startsWith("#");
    }

    private int indent(int i) {
        return lines.get(i).length() - lines.get(i).stripLeading().length();
    }

    private static JsonNode wrapped(List<String> names, JsonNode value) {
        JsonNode node = value;
        for (String name : names.reversed()) {
            node = JsonNodeFactory.instance.objectNode().set(name, node);
        }
        return node;
    }

    private static List<String> render(String name, JsonNode value, int indent) {
        String key = " ".repeat(indent) + scalar(name) + ":";
        boolean flow = !value.isObject()
                || value.isEmpty()
                || value.has("from")
                || value.has("is")
                || value.valueStream().noneMatch(JsonNode::isContainer) && indent > 0 && value.size() > 1;
        if (flow) {
            return List.of(key + " " + flow(value));
        }
        List<String> block = new ArrayList<>(List.of(key));
        value.properties().forEach(member -> block.addAll(render(member.getKey(), member.getValue(), indent + 2)));
        return block;
    }

    private static String flow(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(member -> scalar(member.getKey()) + ": " + flow(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return value.valueStream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isString() ? scalar(value.asString()) : value.toString();
    }

    private static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !TAKEN.matcher(text).matches();
        return plain ? text : JsonNodeFactory.instance.stringNode(text).toString();
    }
}
