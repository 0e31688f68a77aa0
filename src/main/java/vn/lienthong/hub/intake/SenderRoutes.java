package vn.lienthong.hub.intake;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;

/**
 * Gives the usual routes to every sender that has none of its own under {@code routes/departments}: a commune with a
 * system of its own is one more file of the configuration, also when it is applied while the hub runs. One whose file says
 * how to {@code collect} from it gets the route that does.
 */
@Component
class SenderRoutes {

    private static final Logger log = LoggerFactory.getLogger(SenderRoutes.class);

    private final Senders senders;
    private final ObjectProvider<CamelContext> camel;

    SenderRoutes(Senders senders, ObjectProvider<CamelContext> camel) {
        this.senders = senders;
        this.camel = camel;
    }

    @Scheduled(initialDelay = 0, fixedDelay = 5_000)
    void follow() {
        CamelContext context = camel.getIfAvailable();
        if (context == null || !context.isStarted()) {
            return;
        }
        for (Sender sender : senders.all()) {
            give(context, "receive-" + sender.id(), "door", sender.id());
            give(context, "register-" + sender.id(), "record", sender.id());
            if (sender.settings().has("collect")) {
                give(context, "collect-" + sender.id(), "collect", sender.id());
            }
        }
    }

    private static void give(CamelContext context, String route, String template, String sender) {
        if (context.getRoute(route) != null) {
            return;
        }
        try {
            context.addRouteFromTemplate(route, template, Map.of("sender", sender));
            log.info("Route {} was made from the template {}", route, template);
        } catch (Exception wrong) {
            log.error("Route {} was not made; it is tried again", route, wrong);
        }
    }
}
