package vn.lienthong.identity.telling;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import org.springframework.stereotype.Component;

/**
 * Puts event tokens on the address {@code identity.events.<user>}, durable and grouped by subject, for a department whose
 * system reads the broker itself; a second copy of one event is dropped by the broker.
 */
@Component
class EventQueue {

    static final String SCHEME = "queue";
    private static final String ADDRESS = "identity.events.";
    private static final String DUPLICATE = "_AMQ_DUPL_ID";
    private static final String GROUP = "JMSXGroupID";

    private final ConnectionFactory broker;

    EventQueue(ConnectionFactory broker) {
        this.broker = broker;
    }

    Told put(String user, Errand errand, String token) {
        try (JMSContext context = broker.createContext()) {
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.PERSISTENT)
                    .setProperty(DUPLICATE, "event-" + errand.id() + "-" + errand.told())
                    .setProperty(GROUP, errand.subject())
                    .setProperty("event", errand.event().name())
                    .send(context.createQueue(ADDRESS + user), token);
            return Told.DONE;
        } catch (JMSRuntimeException away) {
            return Told.notYet("the broker: " + away.getClass().getSimpleName());
        }
    }
}
