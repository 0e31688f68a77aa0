package vn.lienthong.hub.console.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.infra.BesideOthers;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;

/** A broker of somebody else's, whose keeper lets the hub send and read but not manage. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class UnmanagedBrokerTest {

    private static final String CODE = "000.00.15.H52-260824-7540";
    private static final String DOOR = "door." + LandSystem.ID;
    private static final String DEAD = "dead-letters";
    private static final String QUEUES = "/api/v1/queues";

    private final NoManaging security = new NoManaging();
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private RunningHub hub;

    @BeforeAll
    void start() throws Exception {
        int port = free();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(true)
                .setSecurityInvalidationInterval(0)
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port)
                .addAddressSetting(
                        "#", new AddressSettings().setAutoCreateQueues(true).setAutoDeleteQueues(false)));
        broker.setSecurityManager(security);
        broker.start();
        PartAddresses parts = RealParts.shared().addressesWithFreshDatabase();
        hub = RunningHub.start(
                RealParts.shared().freshHome(),
                new PartAddresses(
                        parts.database(),
                        parts.cache(),
                        new PartAddresses.Broker("tcp://127.0.0.1:" + port, "hub", "hub"),
                        parts.nationalPortal()));
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        broker.stop();
    }

    @Test
    void stillTellsHowMuchWaitsAndSaysWhatItCannotKnow() {
        var operator = hub.as("operator");
        operator.posts("/api/v1/routes/receive-land/suspend", "{\"reason\":\"trial\"}")
                .is(200);
        hub.as(LandSystem.ID)
                .posts("/api/v1/senders/land/submissions", LandSystem.accepted(CODE))
                .is(202);
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        door(operator.gets(QUEUES).is(200).json()).path("depth").asLong() == 1);

        JsonNode all = operator.gets(QUEUES).json();
        assertThat(all.path("complete").asBoolean(true)).isFalse();
        assertThat(door(all).path("oldestSeconds").isNumber()).isTrue();
        assertThat(door(all).has("delivering")).isFalse();
        assertThat(door(all).has("added")).isFalse();
        assertThat(operator.gets(QUEUES + "/" + DOOR + "/messages")
                        .is(200)
                        .json()
                        .path("messages"))
                .hasSize(1);

        operator.posts("/api/v1/routes/receive-land/resume", "{\"reason\":\"trial\"}")
                .is(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> door(operator.gets(QUEUES).json()).path("depth").asLong() == 0);
    }

    @Test
    void stillTellsDepthsWhenMessagesMayNotBeSeenAndSaysSo() {
        var operator = hub.as("operator");
        security.mayBrowse = false;
        try {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> operator.gets(QUEUES)
                            .is(200)
                            .json()
                            .path("lacks")
                            .toString()
                            .contains("BROWSE"));
            JsonNode all = operator.gets(QUEUES).json();
            assertThat(all.path("lacks").valueStream().map(JsonNode::asString)).containsExactly("MANAGE", "BROWSE");
            assertThat(door(all).path("depth").isNumber()).isTrue();
            assertThat(door(all).has("oldestSeconds")).isFalse();
            assertThat(operator.gets(QUEUES + "/" + DOOR + "/messages").is(409).problem())
                    .isEqualTo("broker-not-browsed");
        } finally {
            security.mayBrowse = true;
        }
    }

    @Test
    void saysThatADeadLetterMustBeReturnedByTheBrokersOwnScreenAndLeavesItThere() throws Exception {
        givesUp("trial");
        var operator = hub.as("operator");
        JsonNode dead = operator.gets(QUEUES + "/" + DEAD + "/messages")
                .is(200)
                .json()
                .path("messages")
                .get(0);
        assertThat(dead.path("origin").asString()).isEqualTo(DOOR);
        String back = QUEUES + "/dead/" + dead.path("id").asLong() + "/return";
        assertThat(operator.posts(back, "{\"reason\":\"trial\"}").is(409).problem())
                .isEqualTo("broker-not-managed");
        assertThat(operator.gets(QUEUES + "/" + DEAD + "/messages").json().path("messages"))
                .hasSize(1);
        assertThat(hub.bean(JdbcClient.class)
                        .sql("select details ->> 'cause' from hub.audit where action = 'queue.return-failed'")
                        .query(String.class)
                        .list())
                .containsExactly("broker-not-managed");
    }

    /** As the broker does itself after too many deliveries. */
    private void givesUp(String text) throws Exception {
        try (ActiveMQConnection connection = (ActiveMQConnection)
                        hub.bean(ActiveMQConnectionFactory.class).createConnection();
                ClientSession session =
                        connection.getSessionFactory().createSession("hub", "hub", false, true, true, false, 0)) {
            session.createQueue(QueueConfiguration.of(DEAD).setRoutingType(RoutingType.ANYCAST));
            try (ClientProducer producer = session.createProducer(DEAD)) {
                ClientMessage message = session.createMessage(true);
                message.getBodyBuffer().writeString(text);
                message.putStringProperty(Message.HDR_ORIGINAL_QUEUE, SimpleString.of(DOOR));
                producer.send(message);
            }
        }
    }

    private static JsonNode door(JsonNode all) {
        return all.path("queues")
                .valueStream()
                .filter(queue -> queue.path("name").asString().equals(DOOR))
                .findFirst()
                .orElseThrow();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Everything but managing; looking at messages for a while neither. */
    private static final class NoManaging implements ActiveMQSecurityManager {

        private volatile boolean mayBrowse = true;

        @Override
        public boolean validateUser(String user, String password) {
            return user.equals("hub") && user.equals(password);
        }

        @Override
        public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
            return validateUser(user, password)
                    && check != CheckType.MANAGE
                    && (mayBrowse || check != CheckType.BROWSE);
        }
    }
}
