package vn.lienthong.hub.console.queues;

import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;

/** The broker's management, asked by messages as any client with the right may; the same inside this process and outside. */
final class Management implements AutoCloseable {

    private static final String ADDRESS = "activemq.management";
    private static final long PATIENCE_MILLIS = 5_000;

    private final ClientSession session;
    private final ClientRequestor requestor;

    /** Fails where our user may not manage. */
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
        ClientMessage question = session.createMessage(false);
        ManagementHelper.putAttribute(question, ResourceNames.QUEUE + queue, "firstMessageAge");
        return answer(question);
    }

    /** Moves a message back to where the broker took it from; false when it is not there any more. */
    boolean takesBack(String queue, long message) throws Exception {
        return Boolean.TRUE.equals(asked(ResourceNames.QUEUE + queue, "retryMessage", message));
    }

    private Object asked(String resource, String operation, Object... parameters) throws Exception {
        ClientMessage question = session.createMessage(false);
        ManagementHelper.putOperationInvocation(question, resource, operation, parameters);
        return answer(question);
    }

    private Object answer(ClientMessage question) throws Exception {
        ClientMessage answer = requestor.request(question, PATIENCE_MILLIS);
        if (answer == null || !ManagementHelper.hasOperationSucceeded(answer)) {
            throw new ManagementRefused();
        }
        return ManagementHelper.getResult(answer);
    }

    /** The broker does not let us, or does not answer. */
    static final class ManagementRefused extends Exception {

        private static final long serialVersionUID = 1;
    }

    @Override
    public void close() throws Exception {
        requestor.close();
    }
}
