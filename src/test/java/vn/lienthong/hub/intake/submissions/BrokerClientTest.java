package vn.lienthong.hub.intake.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.SubmissionOutcome;
import vn.lienthong.hub.platform.content.ContentStore;
import vn.lienthong.hub.platform.routes.Queues;
import vn.lienthong.infra.BesideOthers;

/** A sender that writes to its queue itself meets the checks of the HTTP door. */
@BesideOthers
class BrokerClientTest {

    private static final String LAND = "land";
    private static final String JSON = "application/json";

    private static RunningHub hub;
    private static SubmissionDesk desk;

    @BeforeAll
    static void start() {
        hub = RunningHub.start(MissingNeighbour.class);
        desk = new SubmissionDesk(hub);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private interface Said {

        Message in(JMSContext jms) throws JMSException;
    }

    @Test
    void registersWhatAClientWritesAndGivesItAReceiptAStampAndItsHash() {
        String event = LandEvents.accepted("000.00.15.H52-260824-7001");
        UUID receipt = write(LAND, "first", jms -> text(jms, event, JSON));

        assertThat(states(receipt)).containsExactly(RecordState.REGISTERED);
        assertThat(kept(receipt, "body_hash")).isEqualTo(DoorMessages.hash(event.getBytes(StandardCharsets.UTF_8)));
        assertThat(kept(receipt, "stamp")).matches("[0-9a-f]{16}-.+");
        assertThat(kept(receipt, "correlation_id")).isNotBlank();
    }

    @Test
    void givesAMessageWithoutAKeyAReceiptOfItsOwn() {
        String event = LandEvents.accepted("000.00.15.H52-260824-7002");
        write(LAND, null, jms -> correlated(text(jms, event, JSON), "no-key-7002"));

        assertThat(states(receiptOf("no-key-7002"))).containsExactly(RecordState.REGISTERED);
    }

    @Test
    void takesTheSameKeyOnceAndParksOtherBytesUnderIt() {
        String event = LandEvents.accepted("000.00.15.H52-260824-7003");
        UUID receipt = write(LAND, "twice", jms -> text(jms, event, JSON));
        states(receipt);

        write(LAND, "twice", jms -> text(jms, event, JSON));
        write(LAND, "twice", jms -> text(jms, event + " ", JSON));

        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                desk.count("select count(*) from hub.submissions where conflicts_with = :id", receipt))
                        .isOne());
        assertThat(desk.count("select count(*) from hub.submissions where receipt = :id", receipt))
                .isOne();
    }

    static Stream<Arguments> turnedDown() {
        byte[] large =
                new byte[(int) hub.bean(Senders.class).find(LAND).orElseThrow().maxBodyBytes() + 1];
        return Stream.of(
                Arguments.of("too-large", (Said) jms -> bytes(jms, large, JSON)),
                Arguments.of("unsupported-type", (Said) jms -> text(jms, "{}", "text/plain")),
                Arguments.of("unsupported-type", (Said) jms -> jms.createTextMessage("{}")),
                Arguments.of("empty-body", (Said) jms -> bytes(jms, new byte[0], JSON)),
                Arguments.of("empty-body", (Said) jms -> typed(jms.createMapMessage(), JSON)),
                Arguments.of("empty-body", (Said) jms -> typed(jms.createObjectMessage("{}"), JSON)),
                Arguments.of("invalid-header", (Said) jms -> dated(text(jms, "{}", JSON), "yesterday")));
    }

    @ParameterizedTest
    @MethodSource
    void turnedDown(String rule, Said said) {
        String correlation = UUID.randomUUID().toString();
        String key = UUID.randomUUID().toString();
        UUID unused = write(LAND, key, jms -> correlated(said.in(jms), correlation));

        SubmissionOutcome outcome = desk.ended(receiptOf(correlation));
        assertThat(desk.find(unused)).as("the key is free for a corrected push").isEmpty();
        assertThat(outcome.page()).singleElement().satisfies(record -> {
            assertThat(record.state()).isEqualTo(RecordState.REFUSED);
            assertThat(record.reasons())
                    .singleElement()
                    .satisfies(reason -> assertThat(reason.rule()).isEqualTo(rule));
        });
    }

    @Test
    void doesNotBelieveWhatAClientSaysOfOurOwn() {
        byte[] foreign = LandEvents.accepted("000.00.15.H52-260824-7004").getBytes(StandardCharsets.UTF_8);
        String ref = hub.bean(ContentStore.class)
                .put(new ByteArrayInputStream(foreign))
                .sha256();
        UUID given = UUID.randomUUID();
        write(LAND, null, jms -> {
            Message message = correlated(typed(jms.createTextMessage(""), JSON), "pretender");
            message.setStringProperty("receipt", given.toString());
            message.setStringProperty("contentRef", ref);
            message.setStringProperty("bodyHash", ref);
            message.setStringProperty("stamp", "0".repeat(16) + "-x");
            message.setLongProperty("acceptedAt", 1);
            message.setBooleanProperty("readOn", true);
            message.setStringProperty("doorMark", "0".repeat(64));
            return message;
        });

        assertThat(states(receiptOf("pretender"))).containsExactly(RecordState.REFUSED);
        assertThat(desk.find(given)).isEmpty();
    }

    @Test
    void movesALargeBodyToTheContentStore() {
        byte[] register = HealthRegister.of(2_000, 20_000).getBytes(StandardCharsets.UTF_8);
        UUID receipt = write("health", "large", jms -> bytes(jms, register, "text/csv"));

        assertThat(register).hasSizeGreaterThan(256 * 1024);
        assertThat(desk.ended(receipt).counts().registered()).isEqualTo(2_000);
        assertThat(kept(receipt, "content_ref")).isEqualTo(DoorMessages.hash(register));
    }

    private static UUID write(String sender, @Nullable String key, Said said) {
        try (JMSContext jms = hub.bean(ConnectionFactory.class).createContext()) {
            Message message = said.in(jms);
            message.setStringProperty("idempotencyKey", key);
            jms.createProducer().send(jms.createQueue(Queues.door(sender)), message);
            return hub.bean(Receipts.class).issue(sender, key).id();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Message text(JMSContext jms, String body, String type) throws JMSException {
        return typed(jms.createTextMessage(body), type);
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

    private static Message dated(Message message, String snapshotAt) throws JMSException {
        message.setStringProperty("snapshotAt", snapshotAt);
        return message;
    }

    private static Message correlated(Message message, String id) throws JMSException {
        message.setStringProperty("correlationId", id);
        return message;
    }

    private static List<RecordState> states(UUID receipt) {
        return SubmissionDesk.states(desk.ended(receipt));
    }

    private static UUID receiptOf(String correlationId) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> hub.bean(JdbcClient.class)
                                .sql("select receipt from hub.submissions where correlation_id = :id")
                                .param("id", correlationId)
                                .query(UUID.class)
                                .list(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static String kept(UUID receipt, String column) {
        return hub.bean(JdbcClient.class)
                .sql("select " + column + " from hub.submissions where receipt = :id")
                .param("id", receipt)
                .query(String.class)
                .single();
    }
}
