package vn.lienthong.hub.dispatch.words;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words of one system: a tree per kind of message, and the tables and forms of date that it names.
 *
 * <p>A text of the tree says {@code {fact}} where a fact goes. {@code {fact|form}} gives it in a form: {@code date},
 * {@code day}, {@code number}, {@code flag}, or a table of {@code lists}, in which every value must stand; several follow
 * each other. A member whose
 * name ends in {@code ?} is left out when it says nothing. {@code {each: list, as: tree}} writes a list.
 */
public final class Words {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String XML = "xml";

    private final String contentType;
    private final Forms forms;
    private final Map<String, JsonNode> messages;

    private Words(String contentType, Forms forms, Map<String, JsonNode> messages) {
        this.contentType = contentType;
        this.forms = forms;
        this.messages = messages;
    }

    /** Fails on what could never be written: an unknown form, or XML without one root. */
    public static Words read(JsonNode section) {
        Forms forms = Forms.read(section);
        String contentType = section.path("contentType").asString("application/json");
        Map<String, JsonNode> messages = new TreeMap<>();
        section.path("messages").properties().forEach(message -> {
            Tree.check(message.getValue(), forms);
            if (contentType.contains(XML) && message.getValue().size() != 1) {
                throw new IllegalArgumentException("messages." + message.getKey() + " has not one root element");
            }
            messages.put(message.getKey(), message.getValue());
        });
        return new Words(contentType, forms, Map.copyOf(messages));
    }

    public String contentType() {
        return contentType;
    }

    /** Whether there is anything to say of this kind. */
    public boolean has(String kind) {
        return messages.containsKey(kind);
    }

    /** The message; fails with {@link Unsayable} when a fact has no word. */
    public byte[] write(String kind, JsonNode facts) {
        JsonNode template = messages.get(kind);
        if (template == null) {
            throw new Unsayable("the system's file has no words for " + kind);
        }
        JsonNode written = new Tree(forms, facts).write(template);
        return contentType.contains(XML)
                ? XmlText.of(written).getBytes(StandardCharsets.UTF_8)
                : JSON.writeValueAsBytes(written);
    }
}
