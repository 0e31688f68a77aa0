package vn.lienthong.hub.console.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.access.Reach;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.infra.RealParts;

/** What the audit has when a dead letter is returned, or cannot be. */
class DeadLetterReturnTest {

    private static final Caller LAN =
            new Caller(new Actor("lan", Role.OPERATOR), new Reach(Set.of(), Set.of()), "", "", null);

    private final HikariDataSource database = RealParts.shared().freshDatabase();
    private final JdbcClient db = JdbcClient.create(database);

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void keepsTheEntryBeforeTheBrokerIsAskedAndHoldsNoTransactionOpenMeanwhile() {
        returns(() -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            assertThat(audited()).containsExactly("queue.return");
            return true;
        });
        assertThat(audited()).containsExactly("queue.return");
    }

    @Test
    void saysInTheAuditThatSomebodyWasFaster() {
        assertThatThrownBy(() -> returns(() -> false)).isInstanceOf(ProblemException.class);
        assertThat(audited()).containsExactly("queue.return", "queue.return-failed");
    }

    @Test
    void saysInTheAuditThatTheBrokerDidNotAnswer() {
        assertThatThrownBy(() -> returns(() -> {
                    throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "broker-away", "away");
                }))
                .isInstanceOf(ProblemException.class);
        assertThat(audited()).containsExactly("queue.return", "queue.return-failed");
    }

    @SuppressWarnings("NullAway") // no route is asked for
    private void returns(BooleanSupplier taken) {
        var broker = new BrokerQueues(new ActiveMQConnectionFactory("tcp://127.0.0.1:1"));
        var dead = new DeadLetters(broker, List.of("dead-letters")) {
            @Override
            Optional<Found> find(long id) {
                return Optional.of(new Found("dead-letters", message(id)));
            }

            @Override
            boolean takesBack(Found found) {
                return taken.getAsBoolean();
            }
        };
        var listing =
                new QueueListing(broker, null, dead, JsonMapper.shared(), Clock.systemUTC(), Duration.ofSeconds(3)) {
                    @Override
                    boolean isRead(String queue) {
                        return true;
                    }
                };
        var endpoint = new QueuesEndpoint(
                broker, listing, dead, PlatformFixture.audit(database, Clock.systemUTC()), Schedulers.immediate());
        endpoint.back(7, new QueuesEndpoint.Why("disk was full"), LAN).block();
    }

    private static HeldMessage message(long id) {
        return new HeldMessage(id, OffsetDateTime.now(Clock.systemUTC()), 1, null, null, "door.land", Map.of());
    }

    private List<String> audited() {
        return db.sql("select action from hub.audit order by id")
                .query(String.class)
                .list();
    }
}
