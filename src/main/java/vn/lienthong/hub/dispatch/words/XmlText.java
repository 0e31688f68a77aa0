package vn.lienthong.hub.dispatch.words;

import java.util.Map;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** A tree as XML: a member is an element, {@code @name} an attribute, {@code #text} the text, a list repeats its element. */
final class XmlText {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private XmlText() {}

    static String of(JsonNode tree) {
        XmlText text = new XmlText();
        tree.properties().forEach(root -> text.element(root.getKey(), root.getValue()));
        return text.out.toString();
    }

    private void element(String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(one -> element(name, one));
            return;
        }
        out.append('<').append(name);
        value.properties().stream().filter(XmlText::isAttribute).forEach(this::attribute);
        out.append('>');
        if (value.isObject()) {
            value.properties().stream().filter(member -> !isAttribute(member)).forEach(this::content);
        } else {
            out.append(escaped(value.asString("")));
        }
        out.append("</").append(name).append('>');
    }

    private void content(Map.Entry<String, JsonNode> member) {
        if (member.getKey().equals("#text")) {
            out.append(escaped(member.getValue().asString("")));
        } else {
            element(member.getKey(), member.getValue());
        }
    }

    private void attribute(Map.Entry<String, JsonNode> member) {
        out.append(' ')
                .append(member.getKey().substring(1))
                .append("=\"")
                .append(escaped(member.getValue().asString("")))
                .append('"');
    }

    private static boolean isAttribute(Map.Entry<String, JsonNode> member) {
        return member.getKey().startsWith("@");
    }

    /** Controls that XML 1.0 cannot hold are left out. */
    private static String escaped(String text) {
        return HtmlUtils.htmlEscapeDecimal(text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", ""), "UTF-8");
    }
}
