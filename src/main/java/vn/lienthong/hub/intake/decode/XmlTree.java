package vn.lienthong.hub.intake.decode;

import java.io.IOException;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * Builds a tree from XML: an element is an object, or a text when it has only text; repeated elements become an array,
 * an attribute {@code x} becomes {@code @x}, text beside elements {@code #text}; namespace prefixes are dropped, those of
 * the type that {@code xsi:type} names too: a client chooses them. Elements whose namespace was agreed must have it.
 */
final class XmlTree {

    /** The name of an element's own text, where it has more than that. */
    static final String TEXT = "#text";

    private static final int DEEPEST = 64;
    private static final int MOST_ATTRIBUTES = 64;
    private static final String TYPE = "type";

    private final XMLStreamReader document;
    private final int longestText;
    private final Map<String, String> namespaces;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    XmlTree(XMLStreamReader document, int longestText, Map<String, String> namespaces) {
        this.document = document;
        this.longestText = longestText;
        this.namespaces = namespaces;
    }

    /** The document as an object with one field, its root element. */
    JsonNode read() throws XMLStreamException, IOException {
        ObjectNode root = nodes.objectNode();
        while (document.hasNext()) {
            switch (document.next()) {
                case XMLStreamConstants.DTD -> throw Fault.of(Rules.XML_WITH_DTD);
                case XMLStreamConstants.START_ELEMENT -> root.set(document.getLocalName(), element(1));
                default -> {}
            }
        }
        return root;
    }

    private JsonNode element(int depth) throws XMLStreamException, IOException {
        if (depth > DEEPEST) {
            throw Fault.of(Rules.TOO_DEEP);
        }
        checkNamespace();
        ObjectNode children = attributes();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (document.next()) {
                case XMLStreamConstants.START_ELEMENT -> add(children, document.getLocalName(), element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> append(text);
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD -> throw Fault.of(Rules.XML_WITH_DTD);
                case XMLStreamConstants.END_ELEMENT -> {
                    return finished(children, text.toString());
                }
                default -> {}
            }
        }
    }

    private ObjectNode attributes() throws IOException {
        ObjectNode found = nodes.objectNode();
        if (document.getAttributeCount() > MOST_ATTRIBUTES) {
            throw Fault.of(Rules.TOO_LONG);
        }
        for (int i = 0; i < document.getAttributeCount(); i++) {
            found.put("@" + document.getAttributeLocalName(i), attribute(i));
        }
        return found;
    }

    private String attribute(int i) {
        String value = document.getAttributeValue(i);
        boolean type = TYPE.equals(document.getAttributeLocalName(i))
                && XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(document.getAttributeNamespace(i));
        return type ? value.substring(value.indexOf(':') + 1) : value;
    }

    private void checkNamespace() throws Fault {
        String name = document.getLocalName();
        String agreed = namespaces.get(name);
        if (agreed != null && !agreed.equals(document.getNamespaceURI())) {
            throw new Fault(Reason.of(Rules.WRONG_NAMESPACE, name, null).with("namespace", agreed));
        }
    }

    private void append(StringBuilder text) throws IOException {
        if (text.length() + document.getTextLength() > longestText) {
            throw Fault.of(Rules.TOO_LONG);
        }
        text.append(document.getTextCharacters(), document.getTextStart(), document.getTextLength());
    }

    private JsonNode finished(ObjectNode children, String text) {
        if (children.isEmpty()) {
            return nodes.stringNode(text);
        }
        if (!text.isBlank()) {
            children.put(TEXT, text);
        }
        return children;
    }

    private static void add(ObjectNode parent, String name, JsonNode child) {
        JsonNode before = parent.get(name);
        switch (before) {
            case null -> parent.set(name, child);
            case ArrayNode several -> several.add(child);
            default -> parent.putArray(name).add(before).add(child);
        }
    }
}
