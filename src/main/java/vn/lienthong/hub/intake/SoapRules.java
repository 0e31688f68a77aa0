package vn.lienthong.hub.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.catalog.sender.Sender;

/**
 * The section {@code soap} of a sender that calls a service.
 *
 * @param wsdl the file that describes the service, under {@code config/}; {@code {address}} in it is where it is called
 * @param operations the operations that are served, by the name of their element, and the element each is answered with
 * @param words what {@code {answer}} in such an element says: {@code received}, {@code registered} and {@code refused}
 */
record SoapRules(String wsdl, Map<String, String> operations, JsonNode words) {

    static SoapRules of(Sender sender) {
        JsonNode section = sender.settings().path("soap");
        if (!section.isObject()) {
            throw Rejections.NO_SERVICE;
        }
        Map<String, String> operations = new LinkedHashMap<>();
        section.path("operations")
                .properties()
                .forEach(
                        entry -> operations.put(entry.getKey(), entry.getValue().asString()));
        return new SoapRules(section.path("wsdl").asString(""), operations, words(section.path("replies")));
    }

    private static JsonNode words(JsonNode own) {
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        words.put("received", "{receipt}").put("registered", "{receipt}").put("refused", "{reasons}");
        own.properties().forEach(entry -> words.set(entry.getKey(), entry.getValue()));
        return words.put("contentType", "text/plain");
    }
}
