package vn.lienthong.hub.intake.decode;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds a tree from XML: an element is an object, or a text when it has only text; repeated elements become an array,
 * an attribute {@code x} becomes {@code @x}, text beside elements {@code #text}; namespace prefixes are dropped.
 */
final class XmlTree {

    private static final int DEEPEST = 64;
    private static final int MOST_ATTRIBUTES = 64;

    private final XMLStreamReader document;
    private final int longestText;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    XmlTree(XMLStreamReader document, int longestText) {
        this.document = document;
        this.longestText = longestText;
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
            found.put("@" + document.getAttributeLocalName(i), document.getAttributeValue(i));
        }
        return found;
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
            children.put("#text", text);
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
