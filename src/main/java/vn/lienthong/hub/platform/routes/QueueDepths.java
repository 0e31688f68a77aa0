package vn.lienthong.hub.platform.routes;

import jakarta.jms.JMSException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** How many messages lie in a queue, those just being worked on included. */
@Component
public class QueueDepths implements DisposableBean {

    private final ActiveMQConnectionFactory broker;
    private @Nullable ActiveMQConnection connection;

    QueueDepths(ActiveMQConnectionFactory broker) {
        this.broker = broker;
    }

    /** A queue that does not exist yet is empty; a broker that does not answer is an exception. */
    public synchronized long of(String queue) {
        try {
            ClientSession.QueueQuery answer = session().queueQuery(SimpleString.of(queue));
            return answer.isExists() ? answer.getMessageCount() : 0;
        } catch (JMSException | ActiveMQException unreachable) {
            destroy();
            throw new BrokerUnreachable(unreachable);
        }
    }

    @Override
    public synchronized void destroy() {
        ActiveMQConnection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.close();
            } catch (JMSException alreadyGone) {
                return;
            }
        }
    }

    private ClientSession session() throws JMSException {
        ActiveMQConnection open = connection;
        if (open == null || open.getInitialSession().isClosed()) {
            open = (ActiveMQConnection) broker.createConnection();
            connection = open;
        }
        return open.getInitialSession();
    }

    /** The broker did not answer. */
    public static final class BrokerUnreachable extends RuntimeException {

        private static final long serialVersionUID = 1;

        BrokerUnreachable(Exception cause) {
            super("The broker does not answer", cause);
        }
    }
}
