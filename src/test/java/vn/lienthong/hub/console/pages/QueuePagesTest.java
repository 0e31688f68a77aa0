package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** The queues of a broker in a process of its own, as an operator sees them, and what it gave up on. */
@ExtendWith(OneHub.class)
class QueuePagesTest {

    private static final String CODE = "000.00.15.H52-260824-7472";
    private static final String DOOR = "door." + LandSystem.ID;
    private static final String DEAD = "dead-letters";

    private final RunningHub hub;
    private ConsoleVisitor visitor;

    QueuePagesTest(RunningHub hub) {
        this.hub = hub;
        this.visitor = new ConsoleVisitor(hub);
    }

    @BeforeEach
    void stopTheRoute() {
        visitor = ConsoleVisitor.withKeyOf(hub, "operator");
        route("suspend");
    }

    @AfterEach
    void openTheRoute() {
        route("resume");
    }

    @Test
    void showsWhatWaitsWithoutWhatIsInIt() {
        pushed();
        await().atMost(Duration.ofSeconds(10)).until(() -> listed(DOOR) == 1);
        assertThat(visitor.opens("/console/queues").body())
                .contains("/console/queues/one?name=" + DOOR)
                .contains("Đã vào")
                .doesNotContain("thiếu quyền manage");
        HttpResponse<String> door = visitor.opens("/console/queues/one?name=" + DOOR);
        assertThat(door.body())
                .contains("correlationId", "<code>land</code>")
                .doesNotContain("TRẦN VĂN THỬ", "014090000001");
        openTheRoute();
        await().atMost(Duration.ofSeconds(20)).until(() -> depth(DOOR) == 0);
    }

    @Test
    void returnsADeadLetterToItsOriginOnceWithAReasonThatTheAuditKeeps() {
        String receipt = pushed();
        await().atMost(Duration.ofSeconds(10)).until(() -> listed(DOOR) == 1);
        giveUpOnTheFirstOf(DOOR);
        JsonNode dead = hub.as("operator")
                .gets("/api/v1/queues/" + DEAD + "/messages")
                .json()
                .at("/messages/0");
        assertThat(dead.path("origin").asString()).isEqualTo(DOOR);
        String page = "/console/queues/one?name=" + DEAD;
        assertThat(visitor.opens(page).body()).contains("/console/queues/return?name=" + DEAD);

        String back =
                "/console/queues/return?name=" + DEAD + "&id=" + dead.path("id").asLong();
        assertThat(visitor.submits(page, back, Map.of("reason", "")).statusCode())
                .isEqualTo(400);
        assertThat(visitor.submits(page, back, Map.of("reason", "disk was full"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(depth(DEAD)).isZero();
        assertThat(depth(DOOR)).isEqualTo(1);
        assertThat(visitor.submits("/console/queues/one?name=" + DOOR, back, Map.of("reason", "again"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(hub.bean(JdbcClient.class)
                        .sql("select details from hub.audit where action = 'queue.return'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("disk was full", DOOR);
        openTheRoute();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> hub.as(LandSystem.ID)
                        .gets("/api/v1/submissions/" + receipt)
                        .json()
                        .path("state")
                        .asString("")
                        .equals("ENDED"));
    }

    @Test
    void knowsNoQueueThatIsNotThereAndShowsQueuesToNoSender() {
        assertThat(hub.as("operator").gets("/api/v1/queues/none/messages").status())
                .isEqualTo(404);
        assertThat(hub.as("operator")
                        .posts("/api/v1/queues/dead/1/return", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(hub.as(LandSystem.ID).gets("/api/v1/queues").status()).isEqualTo(403);
    }

    private String pushed() {
        return hub.as(LandSystem.ID)
                .posts("/api/v1/senders/" + LandSystem.ID + "/submissions", LandSystem.accepted(CODE))
                .is(202)
                .json()
                .path("receipt")
                .asString();
    }

    private void route(String verb) {
        hub.as("operator").posts("/api/v1/routes/receive-land/" + verb, "{\"reason\":\"trial\"}");
    }

    private long depth(String queue) {
        for (JsonNode row : hub.as("operator").gets("/api/v1/queues").json().path("queues")) {
            if (row.path("name").asString("").equals(queue)) {
                return row.path("depth").asLong();
            }
        }
        return 0;
    }

    /** A consumer that is just being stopped may hold one for a moment before it gives it back. */
    private int listed(String queue) {
        return hub.as("operator")
                .gets("/api/v1/queues/" + queue + "/messages")
                .json()
                .path("messages")
                .size();
    }

    /** As the broker does itself after too many deliveries. */
    private void giveUpOnTheFirstOf(String queue) {
        long id = hub.as("operator")
                .gets("/api/v1/queues/" + queue + "/messages")
                .json()
                .at("/messages/0/id")
                .asLong();
        try (ActiveMQConnection connection = (ActiveMQConnection)
                        hub.bean(ActiveMQConnectionFactory.class).createConnection();
                ClientSession session = connection.getSessionFactory().createSession(true, true)) {
            session.start();
            ManagementHelper.doManagement(
                    session,
                    question -> ManagementHelper.putOperationInvocation(
                            question, ResourceNames.QUEUE + queue, "sendMessageToDeadLetterAddress", id),
                    answer -> assertThat(ManagementHelper.getResult(answer)).isEqualTo(true),
                    refused -> {
                        throw new AssertionError("the broker refused");
                    });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
