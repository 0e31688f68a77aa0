package vn.lienthong.hub.console.queues;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.routes.RouteControl;
import vn.lienthong.hub.platform.routes.RouteView;

/**
 * What the broker says of its queues. By its management where our user may manage; else each queue that our routes read is
 * asked for its depth, and the rest is not known. Asked once for all who look within some seconds.
 */
@Component
class QueueListing {

    private static final Logger log = LoggerFactory.getLogger(QueueListing.class);
    private static final int MOST_QUEUES = 1_000;
    private static final String JMS = "jms://queue:";

    private final BrokerQueues broker;
    private final RouteControl routes;
    private final Set<String> dead;
    private final JsonMapper json;
    private final Clock clock;
    private final LoadingCache<Boolean, Listing> listings;

    /** @param remembered how old the figures may be that many people look at */
    QueueListing(
            BrokerQueues broker,
            RouteControl routes,
            DeadLetters dead,
            JsonMapper json,
            Clock clock,
            @Value("${lienthong.console.remembered:3s}") Duration remembered) {
        this.listings = Caffeine.newBuilder()
                .expireAfterWrite(remembered)
                .maximumSize(1)
                .build(one -> asked());
        this.broker = broker;
        this.routes = routes;
        this.dead = dead.queues();
        this.json = json;
        this.clock = clock;
    }

    /** Why something is not known. */
    enum Lack {
        /** Our user may not manage: only queues that our routes read, without what was done with them. */
        MANAGE,
        /** The management says nothing, with the same consequence. */
        ANSWER,
        /** Our user may not look at messages: nobody knows how long they have waited. */
        BROWSE
    }

    /** @param complete whether the broker told of all its queues, with all that is known of them */
    record Listing(boolean complete, Set<Lack> lacks, List<QueueView> queues) {}

    /** Those that must be empty first, then those in which something waits, each by name. */
    Listing list() {
        return listings.get(true);
    }

    /** Something was moved: whoever looks next sees it. */
    void forget() {
        listings.invalidateAll();
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

    private Listing asked() {
        return broker.with(session -> {
            Set<Lack> lacks = EnumSet.noneOf(Lack.class);
            List<QueueView> queues = managed(session, lacks).orElseGet(() -> asked(session, lacks));
            return new Listing(
                    lacks.isEmpty(),
                    lacks,
                    queues.stream()
                            .sorted(Comparator.comparing((QueueView queue) -> !queue.dead())
                                    .thenComparing(queue -> queue.depth() == 0)
                                    .thenComparing(QueueView::name))
                            .toList());
        });
    }

    private Optional<List<QueueView>> managed(ClientSession session, Set<Lack> lacks) {
        try (Management management = new Management(session)) {
            List<QueueView> queues = new ArrayList<>();
            for (JsonNode row : json.readTree(management.queues(MOST_QUEUES)).path("data")) {
                if (!row.path("temporary").asBoolean(false)
                        && !row.path("internalQueue").asBoolean(false)) {
                    queues.add(view(row, management));
                }
            }
            return Optional.of(queues);
        } catch (Exception refused) {
            lacks.add(refused instanceof ActiveMQSecurityException ? Lack.MANAGE : Lack.ANSWER);
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

    private List<QueueView> asked(ClientSession session, Set<Lack> lacks) {
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
                            oldest(session, name, lacks),
                            dead.contains(name)));
                }
            } catch (ActiveMQException away) {
                throw BrokerQueues.away(away);
            }
        }
        return queues;
    }

    /** A depth that is known is worth telling, whether or not its messages may be seen. */
    private @Nullable Long oldest(ClientSession session, String queue, Set<Lack> lacks) throws ActiveMQException {
        List<Long> since = new ArrayList<>();
        try {
            if (!lacks.contains(Lack.BROWSE)) {
                BrokerQueues.browse(session, queue, message -> since.add(message.getTimestamp()));
            }
        } catch (ProblemException refused) {
            if (refused != BrokerQueues.NOT_BROWSED) {
                throw refused;
            }
            lacks.add(Lack.BROWSE);
        }
        return since.isEmpty()
                ? null
                : Duration.between(Instant.ofEpochMilli(since.getFirst()), clock.instant())
                        .toSeconds();
    }
}
