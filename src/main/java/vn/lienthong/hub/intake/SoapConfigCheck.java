package vn.lienthong.hub.intake;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.catalog.SenderSettings;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigCheck;

/** Refuses a service without a description or without an operation, and an answer that says nothing. */
@Component
class SoapConfigCheck implements ConfigCheck {

    private final SenderSettings settings;

    SoapConfigCheck(SenderSettings settings) {
        this.settings = settings;
    }

    @Override
    public void check(ConfigBundle proposal) {
        for (String id : settings.ids(proposal)) {
            JsonNode section = settings.of(proposal, id).path("soap");
            if (section.isObject()) {
                check(proposal, id, section);
            }
        }
    }

    private static void check(ConfigBundle proposal, String id, JsonNode section) {
        String wsdl = section.path("wsdl").asString("");
        if (proposal.find(wsdl).isEmpty()) {
            throw new IllegalArgumentException(id + ": soap.wsdl names no file under config: '" + wsdl + "'");
        }
        if (section.path("operations").isEmpty()) {
            throw new IllegalArgumentException(id + ": soap.operations is missing: which are served?");
        }
        section.path("operations").properties().forEach(operation -> {
            if (!operation.getValue().asString("").contains("{answer}")) {
                throw new IllegalArgumentException(
                        id + ": soap.operations." + operation.getKey() + " has no {answer} to be filled");
            }
        });
    }
}
