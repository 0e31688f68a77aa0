package vn.lienthong.hub.console.queues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import vn.lienthong.hub.console.queues.DeadLetters.Found;
import vn.lienthong.hub.platform.http.ProblemException;

/** A broker that does not let our user manage, and one that does but cannot. */
class BrokerRightsTest {

    private static final String ADDRESS = "vm://7471";

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private volatile boolean mayManage;

    @BeforeEach
    void start() throws Exception {
        server.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(true)
                .setSecurityInvalidationInterval(0)
                .addAcceptorConfiguration("vm", ADDRESS));
        server.setSecurityManager(new Rights());
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void isTheOnlyThingThatSendsPeopleToTheScreenOfTheBroker() {
        assertThat(returned()).extracting("status", "kind").containsExactly(HttpStatus.CONFLICT, "broker-not-managed");
        mayManage = true;
        assertThat(returned())
                .extracting("status", "kind")
                .containsExactly(HttpStatus.SERVICE_UNAVAILABLE, "broker-away");
    }

    private ProblemException returned() {
        var dead = new DeadLetters(
                new BrokerQueues(new ActiveMQConnectionFactory(ADDRESS, "hub", "secret")), List.of("dead-letters"));
        var message = new HeldMessage(1, OffsetDateTime.now(Clock.systemUTC()), 1, null, null, "door.land", Map.of());
        return Assertions.catchThrowableOfType(
                ProblemException.class, () -> dead.takesBack(new Found("none-such", message)));
    }

    private final class Rights implements ActiveMQSecurityManager {

        @Override
        public boolean validateUser(String user, String password) {
            return true;
        }

        @Override
        public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType asked) {
            return mayManage || asked != CheckType.MANAGE;
        }
    }
}
