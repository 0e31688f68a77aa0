package vn.lienthong.hub.console.queues;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.http.ProblemException;

/** Looks at the broker as a client of its own; nothing is taken out of a queue. */
@Component
class BrokerQueues {

    private static final Logger log = LoggerFactory.getLogger(BrokerQueues.class);
    static final ProblemException UNKNOWN =
            new ProblemException(HttpStatus.NOT_FOUND, "unknown-queue", "Không có hàng đợi này");
    static final ProblemException NOT_BROWSED = new ProblemException(
            HttpStatus.CONFLICT,
            "broker-not-browsed",
            "Broker không cho tài khoản của trung tâm xem thông điệp (thiếu quyền browse); xem bằng màn hình của Artemis");
    private static final int LOOKED_THROUGH = 10_000;

    private final ActiveMQConnectionFactory broker;

    BrokerQueues(ActiveMQConnectionFactory broker) {
        this.broker = broker;
    }

    /** What is asked on one session. */
    interface Work<T> {
        T on(ClientSession session) throws ActiveMQException;
    }

    /** On a connection of its own: these are looks by people, some a minute. */
    <T> T with(Work<T> work) {
        try (ActiveMQConnection connection = (ActiveMQConnection) broker.createConnection();
                ClientSession session = connection
                        .getSessionFactory()
                        .createSession(broker.getUser(), broker.getPassword(), false, true, true, false, 0)) {
            session.start();
            return work.on(session);
        } catch (JMSException | ActiveMQException away) {
            throw away(away);
        }
    }

    /** The first messages of a queue; nothing is taken out. */
    List<HeldMessage> messages(String queue, int most) {
        return with(session -> {
            List<HeldMessage> seen = new ArrayList<>();
            browse(session, queue, message -> {
                seen.add(Headers.held(message));
                return seen.size() >= most;
            });
            return seen;
        });
    }

    static boolean exists(ClientSession session, String queue) throws ActiveMQException {
        return session.queueQuery(SimpleString.of(queue)).isExists();
    }

    /** Until {@code enough} says so. */
    static void browse(ClientSession session, String queue, Predicate<ClientMessage> enough) throws ActiveMQException {
        if (!exists(session, queue)) {
            throw UNKNOWN;
        }
        try (ClientConsumer browser = session.createConsumer(queue, null, true)) {
            for (int i = 0; i < LOOKED_THROUGH; i++) {
                ClientMessage message = browser.receiveImmediate();
                if (message == null || enough.test(message)) {
                    return;
                }
            }
        } catch (ActiveMQSecurityException refused) {
            log.info("The broker does not let us look at messages: {}", refused.toString());
            throw NOT_BROWSED;
        }
    }

    static ProblemException away(Exception cause) {
        log.warn("The broker does not answer: {}", cause.toString());
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "broker-away", "Broker không trả lời");
    }
}
