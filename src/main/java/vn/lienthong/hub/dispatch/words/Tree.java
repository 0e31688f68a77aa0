package vn.lienthong.hub.dispatch.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a template tree with the facts at one place of the dossier. */
final class Tree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern FACT = Pattern.compile("\\{(/?[A-Za-z0-9_.]+)((?:\\|[A-Za-z]+)*)}");
    private static final String EACH = "each";
    private static final String AS = "as";

    private final Forms forms;
    private final JsonNode root;
    private final JsonNode here;

    Tree(Forms forms, JsonNode facts) {
        this(forms, facts, facts);
    }

    private Tree(Forms forms, JsonNode root, JsonNode here) {
        this.forms = forms;
        this.root = root;
        this.here = here;
    }

    /** Every form that a template names exists. */
    static void check(JsonNode template, Forms forms) {
        if (template.isString()) {
            FACT.matcher(template.asString()).results().forEach(found -> {
                for (String form : formsOf(found.group(2))) {
                    if (!forms.knows(form)) {
                        throw new IllegalArgumentException(
                                "there is no form or list " + form + " for " + found.group(1));
                    }
                }
            });
        }
        template.forEach(member -> check(member, forms));
    }

    JsonNode write(JsonNode template) {
        if (template.isString()) {
            return text(template.asString());
        }
        if (template.isArray()) {
            ArrayNode written = NODES.arrayNode();
            template.forEach(member -> written.add(write(member)));
            return written;
        }
        if (!template.isObject()) {
            return template;
        }
        return template.has(EACH) && template.has(AS) ? list(template) : object(template);
    }

    private ArrayNode list(JsonNode template) {
        ArrayNode written = NODES.arrayNode();
        at(template.path(EACH).asString())
                .forEach(member -> written.add(new Tree(forms, root, member).write(template.path(AS))));
        return written;
    }

    private ObjectNode object(JsonNode template) {
        ObjectNode written = NODES.objectNode();
        template.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = write(member.getValue());
            if (!name.endsWith("?")) {
                written.set(name, value);
            } else if (!says(value)) {
                return;
            } else {
                written.set(name.substring(0, name.length() - 1), value);
            }
        });
        return written;
    }

    private static boolean says(JsonNode value) {
        return value.isContainer() ? !value.isEmpty() : !value.asString("").isEmpty();
    }

    private JsonNode text(String template) {
        Matcher facts = FACT.matcher(template);
        if (facts.matches()) {
            return fact(facts.group(1), facts.group(2));
        }
        return NODES.stringNode(facts.replaceAll(found ->
                Matcher.quoteReplacement(fact(found.group(1), found.group(2)).asString(""))));
    }

    /** One form after the other: a word of a table may then be a number or a flag. */
    private JsonNode fact(String name, String named) {
        JsonNode value = at(name);
        String[] all = formsOf(named);
        for (String form : all) {
            value = forms.of(value, form, name);
        }
        return all.length == 0 ? forms.of(value, "", name) : value;
    }

    private static String[] formsOf(String named) {
        return named.isEmpty() ? new String[0] : named.substring(1).split("\\|");
    }

    /** By dots from here, or from the dossier when it begins with a slash. */
    private JsonNode at(String name) {
        boolean absolute = name.startsWith("/");
        JsonNode found = absolute ? root : here;
        for (String step : (absolute ? name.substring(1) : name).split("\\.")) {
            found = found.isArray() ? found.path(0).path(step) : found.path(step);
        }
        return found;
    }
}
