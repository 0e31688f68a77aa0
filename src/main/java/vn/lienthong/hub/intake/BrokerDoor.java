package vn.lienthong.hub.intake;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends pushes to the broker without a thread waiting for any of them.
 *
 * <p>What a confirmation means: the broker answers a send from {@code StorageManager.afterCompleteOperations} of the
 * sending session, that is after every journal write of that session, this message's included, has been synced (the
 * broker runs with {@code journalSyncTransactional} and {@code journalSyncNonTransactional}). A duplicate is answered
 * without a write of its own; so that its answer cannot overtake the sync of the first copy, copies in flight share one
 * send, and a receipt always takes the same lane. {@code DoorOfANodeTest} kills a broker to prove it.
 */
@Component
class BrokerDoor implements SmartLifecycle {

    private static final int CONFIRMATION_WINDOW = 10 * 1024 * 1024;
    private static final int NO_FLOW_CONTROL = -1;
    private static final int LARGE_MESSAGE = 400 * 1024;

    private final ActiveMQConnectionFactory credentials;
    private final ServerLocator locator;
    private final DoorMark marks;
    private final long deadlineNanos;
    private final ConcurrentMap<String, InFlight> inFlight = new ConcurrentHashMap<>();
    private final List<Lane> lanes;
    private volatile boolean running;

    BrokerDoor(ActiveMQConnectionFactory broker, DoorSettings settings, DoorMark marks) {
        this.credentials = broker;
        this.marks = marks;
        this.locator = tuned(broker.getServerLocator(), settings.deadline());
        this.deadlineNanos = settings.deadline().toNanos();
        this.lanes =
                Stream.generate(() -> new Lane(this)).limit(settings.lanes()).toList();
    }

    /** Completes when the message is on the broker's disk, or fails with 503 within the deadline. */
    CompletableFuture<Void> send(Push push) {
        String id = push.duplicateId();
        InFlight mine = new InFlight(push, System.nanoTime() + deadlineNanos);
        InFlight first = inFlight.putIfAbsent(id, mine);
        if (first != null) {
            return first.confirmed();
        }
        mine.confirmed().whenComplete((done, failure) -> inFlight.remove(id, mine));
        lanes.get(Math.floorMod(push.receipt().id().hashCode(), lanes.size())).take(mine);
        return mine.confirmed();
    }

    boolean open() {
        return lanes.stream().allMatch(Lane::connected);
    }

    @Scheduled(fixedDelay = 250)
    void expire() {
        long now = System.nanoTime();
        inFlight.values().forEach(push -> push.expire(now));
    }

    ClientSessionFactory connect() throws Exception {
        return locator.createSessionFactory();
    }

    ClientSession open(ClientSessionFactory factory) throws Exception {
        return factory.createSession(credentials.getUser(), credentials.getPassword(), false, true, true, false, 0);
    }

    ClientMessage message(Push push, ClientSession session) {
        String mark = marks.of(
                push.sender(),
                push.receipt().id().toString(),
                push.stamp().toString(),
                push.acceptedAt(),
                push.body().sha256(),
                push.body().spooled() ? push.body().sha256() : null);
        return PushMessage.of(push, mark, session);
    }

    /** The lanes reconnect by themselves: the client's own reconnecting would make senders wait inside it. */
    private static ServerLocator tuned(ServerLocator locator, Duration deadline) {
        return locator.setConfirmationWindowSize(CONFIRMATION_WINDOW)
                .setProducerWindowSize(NO_FLOW_CONTROL)
                .setMinLargeMessageSize(LARGE_MESSAGE)
                .setCallTimeout(deadline.toMillis())
                .setReconnectAttempts(0)
                .setInitialConnectAttempts(1)
                .setFailoverAttempts(0);
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < lanes.size(); i++) {
            Thread.ofPlatform().name("door-lane-" + i).daemon().start(lanes.get(i));
        }
    }

    @Override
    public void stop() {
        lanes.forEach(Lane::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
