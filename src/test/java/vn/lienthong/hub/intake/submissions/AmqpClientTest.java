package vn.lienthong.hub.intake.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.infra.BrokerGate;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;
import vn.lienthong.infra.local.OpenBroker;

/** A department's client of another make (Qpid JMS) speaks AMQP 1.0 to the hub's broker, with its own user. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmqpClientTest {

    private static final String LAND = "land";
    private static final String JSON = "application/json";
    private static final List<BrokerGate> GATES = new ArrayList<>();

    private final HubHome home = RealParts.shared().freshHome();
    private final OpenBroker broker = new OpenBroker(home.data().resolve("own-broker"));
    private final RunningHub hub = start();
    private final SubmissionDesk desk = new SubmissionDesk(hub);

    @AfterAll
    void stop() {
        hub.close();
        broker.close();
    }

    private RunningHub start() {
        GATES.add(broker.gate());
        PartAddresses all = RealParts.shared().addressesWithFreshDatabase();
        return RunningHub.start(
                home,
                new PartAddresses(all.database(), all.cache(), broker.address(), all.nationalPortal()),
                OwnGate.class,
                MissingNeighbour.class);
    }

    static class OwnGate {

        @Bean
        BrokerGate brokerGate() {
            return GATES.getLast();
        }
    }

    private interface Wish {

        void of(JMSContext jms) throws JMSException;
    }

    private interface Said {

        Message in(JMSContext jms) throws JMSException;
    }

    @Test
    void registersWhatASenderPutsOnItsOwnDoor() {
        String event = LandEvents.accepted("000.00.15.H52-260824-7101");
        UUID text = puts("text", jms -> typed(jms.createTextMessage(event), JSON));
        assertThat(SubmissionDesk.states(desk.ended(text))).containsExactly(RecordState.REGISTERED);

        byte[] other = LandEvents.accepted("000.00.15.H52-260824-7102").getBytes(StandardCharsets.UTF_8);
        UUID bytes = puts("bytes", jms -> bytes(jms, other, JSON));
        assertThat(SubmissionDesk.states(desk.ended(bytes))).containsExactly(RecordState.REGISTERED);
        assertThat(desk.count("select count(*) from hub.submissions where receipt = :id", bytes))
                .isOne();
    }

    @Test
    void takesTheSameKeyOnce() {
        String event = LandEvents.accepted("000.00.15.H52-260824-7103");
        UUID first = puts("again", jms -> typed(jms.createTextMessage(event), JSON));
        desk.ended(first);
        puts("again", jms -> typed(jms.createTextMessage(event), JSON));
        UUID last = puts("behind it", jms -> typed(jms.createTextMessage(event), JSON));
        desk.ended(last);
        assertThat(desk.count("select count(*) from hub.submissions where receipt = :id", first))
                .isOne();
    }

    @Test
    void checksSizeAndTypeAsTheHttpDoorDoes() {
        int most = (int) hub.bean(Senders.class).find(LAND).orElseThrow().maxBodyBytes();
        assertThat(refusal("no-type", jms -> jms.createTextMessage("{}"))).isEqualTo("unsupported-type");
        assertThat(refusal("empty", jms -> bytes(jms, new byte[0], JSON))).isEqualTo("empty-body");
        assertThat(refusal("too-large", jms -> bytes(jms, new byte[most + 1], JSON)))
                .isEqualTo("too-large");
    }

    @Test
    void movesALargeBodyToTheContentStore() {
        byte[] large = (LandEvents.accepted("000.00.15.H52-260824-7104") + " ".repeat(400 * 1024))
                .getBytes(StandardCharsets.UTF_8);
        UUID receipt = puts("large", jms -> bytes(jms, large, JSON));
        assertThat(SubmissionDesk.states(desk.ended(receipt))).containsExactly(RecordState.REGISTERED);
        assertThat(hub.bean(JdbcClient.class)
                        .sql("select content_ref from hub.submissions where receipt = :id")
                        .param("id", receipt)
                        .query(String.class)
                        .single())
                .isEqualTo(DoorMessages.hash(large));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"door.health", "record.land", "national.wake", "dead-letters", "activemq.management", "new"})
    void letsASenderPutNothingAnywhereElse(String queue) {
        assertRefused(jms -> jms.createProducer().send(jms.createQueue(queue), "{}"));
    }

    @Test
    void letsASenderReadNothingNotEvenItsOwnDoor() {
        for (String queue : new String[] {"door.land", "door.health", "dead-letters"}) {
            assertRefused(jms -> jms.createConsumer(jms.createQueue(queue)));
            assertRefused(jms -> jms.createBrowser(jms.createQueue(queue)).getEnumeration());
        }
    }

    @Test
    void opensToTheSendersOwnKeyOnly() {
        String ofAnother = hub.as("health").key();
        for (String[] login : new String[][] {
            {LAND, "wrong"},
            {LAND, ofAnother},
            {"hub", "hub"},
            {"operator", hub.as("operator").key()},
            {"", ""}
        }) {
            assertThatThrownBy(() -> {
                        try (JMSContext jms = connected(login[0], login[1])) {
                            jms.createProducer().send(jms.createQueue("door.land"), "{}");
                        }
                    })
                    .as(login[0])
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    private void assertRefused(Wish wish) {
        try (JMSContext jms = connected(LAND, hub.as(LAND).key())) {
            assertThatThrownBy(() -> wish.of(jms)).isInstanceOfAny(JMSException.class, JMSRuntimeException.class);
        }
    }

    private String refusal(String correlation, Said said) {
        puts(null, jms -> {
            Message message = said.in(jms);
            message.setStringProperty("correlationId", "amqp-" + correlation);
            return message;
        });
        UUID receipt = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> hub.bean(JdbcClient.class)
                                .sql("select receipt from hub.submissions where correlation_id = :id")
                                .param("id", "amqp-" + correlation)
                                .query(UUID.class)
                                .list(),
                        found -> !found.isEmpty())
                .getFirst();
        return desk.ended(receipt).page().getFirst().reasons().getFirst().rule();
    }

    private UUID puts(@Nullable String key, Said said) {
        try (JMSContext jms = connected(LAND, hub.as(LAND).key())) {
            Message message = said.in(jms);
            if (key != null) {
                message.setStringProperty("idempotencyKey", key.replace(' ', '-'));
            }
            jms.createProducer().send(jms.createQueue("door.land"), message);
            return hub.bean(Receipts.class)
                    .issue(LAND, key == null ? null : key.replace(' ', '-'))
                    .id();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private JMSContext connected(String user, String password) {
        return new JmsConnectionFactory(user, password, "amqp://127.0.0.1:" + broker.port()).createContext();
    }

    private static Message bytes(JMSContext jms, byte[] body, String type) throws JMSException {
        BytesMessage message = jms.createBytesMessage();
        message.writeBytes(body);
        return typed(message, type);
    }

    private static Message typed(Message message, String type) throws JMSException {
        message.setStringProperty("contentType", type);
        return message;
    }
}
