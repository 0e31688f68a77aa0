package vn.lienthong.hub.intake;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQQueueExistsException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.hub.platform.routes.Queues;

/**
 * One session to the broker and the one thread that writes to it, so that nothing the broker's client may wait for
 * (a lock, a full socket, a queue to be created) ever stops an event loop.
 *
 * <p>While the broker is away a push is turned down at once, and the lane keeps trying to connect.
 */
final class Lane implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final long IDLE_MILLIS = 500;

    private final BrokerDoor broker;
    private final LinkedTransferQueue<InFlight> waiting = new LinkedTransferQueue<>();
    private volatile boolean connected;
    private volatile boolean running = true;

    Lane(BrokerDoor broker) {
        this.broker = broker;
    }

    boolean connected() {
        return connected;
    }

    void take(InFlight push) {
        if (connected) {
            waiting.add(push);
        } else {
            push.fail();
        }
    }

    void stop() {
        running = false;
    }

    @Override
    public void run() {
        while (running) {
            try (ClientSessionFactory factory = broker.connect();
                    ClientSession session = broker.open(factory)) {
                log.info("The door reaches the broker");
                connected = true;
                serve(session);
            } catch (Exception e) {
                log.warn("The door does not reach the broker: {}", e.toString());
            } finally {
                connected = false;
                turnDownTheRest();
            }
            pause();
        }
    }

    private void serve(ClientSession session) throws ActiveMQException, InterruptedException {
        ClientProducer producer = session.createProducer();
        Set<SimpleString> queues = new HashSet<>();
        while (running && !session.isClosed()) {
            InFlight next = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null && !next.over()) {
                send(next, session, producer, queues);
            }
        }
    }

    private void send(InFlight next, ClientSession session, ClientProducer producer, Set<SimpleString> queues)
            throws ActiveMQException {
        try {
            SimpleString address = SimpleString.of(Queues.door(next.push().sender()));
            if (queues.add(address)) {
                ensure(session, address);
            }
            producer.send(address, broker.message(next.push(), session), next);
        } catch (ActiveMQException | RuntimeException e) {
            next.fail();
            throw e;
        }
    }

    /** A message to an address without a queue would be confirmed and lost. */
    private static void ensure(ClientSession session, SimpleString address) throws ActiveMQException {
        if (session.queueQuery(address).isExists()) {
            return;
        }
        try {
            session.createQueue(QueueConfiguration.of(address)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true)
                    .setAutoDelete(false));
        } catch (ActiveMQQueueExistsException anotherLaneWasFirst) {
            log.debug("{} exists already", address);
        }
    }

    private void turnDownTheRest() {
        @Nullable InFlight left;
        while ((left = waiting.poll()) != null) {
            left.fail();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(running ? IDLE_MILLIS : 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
