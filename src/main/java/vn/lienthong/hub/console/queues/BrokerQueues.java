package vn.lienthong.hub.console.queues;

import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.routes.RouteControl;
import vn.lienthong.hub.platform.routes.RouteView;

/**
 * What the broker says of its queues. By its management where our user may manage; else each queue that our routes read is
 * asked for its depth, and the rest is not known.
 */
@Component
class BrokerQueues {

    private static final Logger log = LoggerFactory.getLogger(BrokerQueues.class);
    private static final int MOST_QUEUES = 1_000;
    private static final int LOOKED_THROUGH = 10_000;
    private static final String JMS = "jms://queue:";

    private final ActiveMQConnectionFactory broker;
    private final RouteControl routes;
    private final Set<String> dead;
    private final JsonMapper json;
    private final Clock clock;

    /** @param dead where the broker puts what it gives up on: the first two are ours, the others an external Artemis's own */
    BrokerQueues(
            ActiveMQConnectionFactory broker,
            RouteControl routes,
            @Value("${lienthong.console.queues.dead:dead-letters,expired,DLQ,ExpiryQueue}") List<String> dead,
            JsonMapper json,
            Clock clock) {
        this.broker = broker;
        this.routes = routes;
        this.dead = Set.copyOf(dead);
        this.json = json;
        this.clock = clock;
    }

    /** @param complete whether the broker told of all its queues, with all that is known of them */
    record Listing(boolean complete, List<QueueView> queues) {}

    /** A message and the queue it lies in. */
    record Found(String queue, HeldMessage message) {}

    /** Those that must be empty first, then those in which something waits, each by name. */
    Listing list() {
        return with(session -> {
            Listing listing = managed(session).orElseGet(() -> new Listing(false, asked(session)));
            return new Listing(
                    listing.complete(),
                    listing.queues().stream()
                            .sorted(Comparator.comparing((QueueView queue) -> !queue.dead())
                                    .thenComparing(queue -> queue.depth() == 0)
                                    .thenComparing(QueueView::name))
                            .toList());
        });
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

    /** A message that the broker gave up on. */
    Optional<Found> dead(long id) {
        return with(session -> {
            for (String queue : dead) {
                List<HeldMessage> one = new ArrayList<>();
                if (exists(session, queue)) {
                    browse(session, queue, message -> {
                        boolean found = message.getMessageID() == id;
                        if (found) {
                            one.add(Headers.held(message));
                        }
                        return found;
                    });
                }
                if (!one.isEmpty()) {
                    return Optional.of(new Found(queue, one.getFirst()));
                }
            }
            return Optional.empty();
        });
    }

    /** Back to where the broker took it from; false when somebody was faster. */
    boolean takesBack(Found found) {
        return with(session -> {
            try (Management management = new Management(session)) {
                return management.takesBack(found.queue(), found.message().id());
            } catch (Exception refused) {
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "broker-not-managed",
                        "Broker không cho tài khoản của trung tâm quản lý (quyền manage); trả lại bằng màn hình của Artemis");
            }
        });
    }

    /** Whether our routes read it, so that what comes to it is worked on. */
    boolean isRead(String queue) {
        return read().contains(queue);
    }

    private Set<String> read() {
        Set<String> names = new TreeSet<>();
        routes.routes().stream()
                .map(RouteView::from)
                .filter(from -> from.startsWith(JMS))
                .forEach(from -> names.add(from.substring(JMS.length())));
        return names;
    }

    private Optional<Listing> managed(ClientSession session) {
        try (Management management = new Management(session)) {
            List<QueueView> queues = new ArrayList<>();
            for (JsonNode row : json.readTree(management.queues(MOST_QUEUES)).path("data")) {
                if (!row.path("temporary").asBoolean(false)
                        && !row.path("internalQueue").asBoolean(false)) {
                    queues.add(view(row, management));
                }
            }
            return Optional.of(new Listing(true, queues));
        } catch (Exception refused) {
            log.info("The broker's management does not answer us, only depths are known: {}", refused.toString());
            return Optional.empty();
        }
    }

    private QueueView view(JsonNode row, Management management) throws Exception {
        String name = row.path("name").asString("");
        long depth = row.path("messageCount").asLong(0);
        return new QueueView(
                name,
                depth,
                row.path("consumerCount").asLong(0),
                row.path("deliveringCount").asLong(0),
                row.path("messagesAdded").asLong(0),
                row.path("messagesAcked").asLong(0),
                depth == 0 ? null : seconds(management.firstMessageAge(name)),
                dead.contains(name));
    }

    private static @Nullable Long seconds(@Nullable Object millis) {
        return millis instanceof Number number
                ? Duration.ofMillis(number.longValue()).toSeconds()
                : null;
    }

    private List<QueueView> asked(ClientSession session) {
        Set<String> names = read();
        names.addAll(dead);
        List<QueueView> queues = new ArrayList<>();
        for (String name : names) {
            try {
                ClientSession.QueueQuery answer = session.queueQuery(SimpleString.of(name));
                if (answer.isExists()) {
                    queues.add(new QueueView(
                            name,
                            answer.getMessageCount(),
                            answer.getConsumerCount(),
                            null,
                            null,
                            null,
                            oldest(session, name),
                            dead.contains(name)));
                }
            } catch (ActiveMQException away) {
                throw away(away);
            }
        }
        return queues;
    }

    private @Nullable Long oldest(ClientSession session, String queue) throws ActiveMQException {
        List<Long> since = new ArrayList<>();
        browse(session, queue, message -> since.add(message.getTimestamp()));
        return since.isEmpty()
                ? null
                : Duration.between(Instant.ofEpochMilli(since.getFirst()), clock.instant())
                        .toSeconds();
    }

    private static boolean exists(ClientSession session, String queue) throws ActiveMQException {
        return session.queueQuery(SimpleString.of(queue)).isExists();
    }

    /** Until {@code enough} says so. */
    private static void browse(ClientSession session, String queue, Predicate<ClientMessage> enough)
            throws ActiveMQException {
        if (!exists(session, queue)) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "unknown-queue", "Không có hàng đợi này");
        }
        try (ClientConsumer browser = session.createConsumer(queue, null, true)) {
            for (int i = 0; i < LOOKED_THROUGH; i++) {
                ClientMessage message = browser.receiveImmediate();
                if (message == null || enough.test(message)) {
                    return;
                }
            }
        }
    }

    private interface Work<T> {
        T on(ClientSession session) throws ActiveMQException;
    }

    /** On a connection of its own: these are looks by people, some a minute. */
    private <T> T with(Work<T> work) {
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

    private static ProblemException away(Exception cause) {
        log.warn("The broker does not answer: {}", cause.toString());
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "broker-away", "Broker không trả lời");
    }
}
