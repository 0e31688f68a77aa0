package vn.lienthong.hub.console.queues;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;

/** The broker's management, asked by messages as any client with the right may; the same inside this process and outside. */
final class Management implements AutoCloseable {

    private static final String ADDRESS = "activemq.management";
    private static final long PATIENCE_MILLIS = 5_000;
    private static final String NO_RIGHT = "does not have permission";

    private final ClientSession session;
    private final ClientRequestor requestor;

    Management(ClientSession session) throws Exception {
        this.session = session;
        this.requestor = new ClientRequestor(session, ADDRESS);
    }

    /** Queues as JSON. */
    String queues(int most) throws Exception {
        return String.valueOf(asked(ResourceNames.BROKER, "listQueues", "", 1, most));
    }

    /** How many milliseconds the first message has waited; null for none. */
    Object firstMessageAge(String queue) throws Exception {
        ClientMessage question = question();
        ManagementHelper.putAttribute(question, ResourceNames.QUEUE + queue, "firstMessageAge");
        return answer(question);
    }

    /** Moves a message back to where the broker took it from; false when it is not there any more. */
    boolean takesBack(String queue, long message) throws Exception {
        return Boolean.TRUE.equals(asked(ResourceNames.QUEUE + queue, "retryMessage", message));
    }

    private Object asked(String resource, String operation, Object... parameters) throws Exception {
        ClientMessage question = question();
        ManagementHelper.putOperationInvocation(question, resource, operation, parameters);
        return answer(question);
    }

    /** Durable, or the broker would drop in silence what our user may not ask; it is never stored. */
    private ClientMessage question() {
        return session.createMessage(true);
    }

    private Object answer(ClientMessage question) throws Exception {
        ClientMessage answer = requestor.request(question, PATIENCE_MILLIS);
        if (answer == null) {
            throw new ActiveMQException("The broker's management does not answer");
        }
        Object result = ManagementHelper.getResult(answer);
        if (!ManagementHelper.hasOperationSucceeded(answer)) {
            throw String.valueOf(result).contains(NO_RIGHT)
                    ? new ActiveMQSecurityException(String.valueOf(result))
                    : new ActiveMQException(String.valueOf(result));
        }
        return result;
    }

    @Override
    public void close() throws Exception {
        requestor.close();
    }
}
