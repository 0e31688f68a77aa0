package vn.lienthong.identity.legacy;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers about tickets in the words of the CAS protocol 2.0 and 3.0. */
@Component
class CasAnswers {

    private static final String ENVELOPE =
            "<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\">%s</cas:serviceResponse>";

    private final JsonMapper json;

    CasAnswers(JsonMapper json) {
        this.json = json;
    }

    String xml(String user, Map<String, ?> attributes) {
        String said = attributes.entrySet().stream()
                .map(claim -> element(claim.getKey(), String.valueOf(claim.getValue())))
                .collect(Collectors.joining());
        String more = attributes.isEmpty() ? "" : "<cas:attributes>" + said + "</cas:attributes>";
        return ENVELOPE.formatted(
                "<cas:authenticationSuccess>" + element("user", user) + more + "</cas:authenticationSuccess>");
    }

    String xml(TicketDesk.Answer.Bad bad) {
        return ENVELOPE.formatted("<cas:authenticationFailure code=\"%s\">%s</cas:authenticationFailure>"
                .formatted(bad.code(), Xml.text(bad.sentence())));
    }

    String json(String user, Map<String, ?> attributes) {
        return wrapped("authenticationSuccess", Map.of("user", user, "attributes", attributes));
    }

    String json(TicketDesk.Answer.Bad bad) {
        return wrapped("authenticationFailure", Map.of("code", bad.code(), "description", bad.sentence()));
    }

    private String wrapped(String name, Map<String, ?> body) {
        return json.writeValueAsString(Map.of("serviceResponse", Map.of(name, body)));
    }

    private static String element(String name, String text) {
        return "<cas:%s>%s</cas:%s>".formatted(name, Xml.text(text), name);
    }
}
