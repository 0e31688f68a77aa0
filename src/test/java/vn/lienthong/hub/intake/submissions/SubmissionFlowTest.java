package vn.lienthong.hub.intake.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.SubmissionOutcome;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.hub.platform.content.ContentStore;
import vn.lienthong.infra.BesideOthers;

/** From the door's queue to the register, on the real broker and the real database, with the configuration we ship. */
@BesideOthers
class SubmissionFlowTest {

    private static RunningHub hub;
    private static SubmissionDesk desk;
    private static DoorMessages land;
    private static DoorMessages health;

    @BeforeAll
    static void start() {
        hub = RunningHub.start(MissingNeighbour.class);
        desk = new SubmissionDesk(hub);
        land = DoorMessages.of(hub, "land", "application/json");
        health = DoorMessages.of(hub, "health", "text/csv");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void registersASubmissionOfOneRecordInOneStep() {
        SubmissionOutcome outcome = desk.ended(land.push(LandEvents.accepted("000.00.15.H52-260824-0001")));

        assertThat(SubmissionDesk.states(outcome)).as("%s", outcome).containsExactly(RecordState.REGISTERED);
        assertThat(outcome.page().getFirst().changed()).isTrue();
        assertThat(outcome.page().getFirst().code()).isEqualTo("000.00.15.H52-260824-0001");
    }

    @Test
    void registersTheSameMessageOnce() {
        String event = LandEvents.accepted("000.00.15.H52-260824-0002");
        UUID receipt = land.push(event);
        desk.ended(receipt);

        land.push(receipt, event);
        desk.ended(land.push(LandEvents.accepted("000.00.15.H52-260824-0003")));

        assertThat(desk.count("select count(*) from hub.records where receipt = :id", receipt))
                .isOne();
        assertThat(desk.count("select count(*) from hub.events where receipt = :id and kind = 'STATUS'", receipt))
                .isOne();
    }

    @Test
    void parksOtherBytesThatComeUnderTheSameReceiptOnce() {
        UUID receipt = land.push(LandEvents.accepted("000.00.15.H52-260824-0004"));
        desk.ended(receipt);
        String other = LandEvents.accepted("000.00.15.H52-260824-9004");

        land.push(receipt, other);
        land.push(receipt, other);

        await().untilAsserted(() -> assertThat(desk.count(
                        "select count(*) from hub.submissions where conflicts_with = :id and state = 'CONFLICT'",
                        receipt))
                .isOne());
        assertThat(SubmissionDesk.states(desk.ended(receipt))).containsExactly(RecordState.REGISTERED);
    }

    @Test
    void refusesWhatNobodyCanReadAsOneRecord() {
        SubmissionOutcome outcome = desk.ended(land.push("{\"SoBienNhan\": "));

        assertThat(SubmissionDesk.states(outcome)).containsExactly(RecordState.REFUSED);
        assertThat(outcome.page().getFirst().reasons()).isNotEmpty();
    }

    @Test
    void parksWhatItCannotPlace() {
        SubmissionOutcome outcome = desk.ended(land.push(LandEvents.accepted("000.00.15.H52-260824-0005", "QT-99")));

        assertThat(SubmissionDesk.states(outcome)).containsExactly(RecordState.PARKED);
        assertThat(outcome.page().getFirst().cause()).isNotBlank();
    }

    @Test
    void registersEveryRecordOfALargeSubmissionOneByOne() {
        SubmissionOutcome outcome = desk.ended(health.push(HealthRegister.of(1_203, 1)));

        assertThat(outcome.counts().registered()).isEqualTo(1_203);
        assertThat(outcome.counts().records()).isEqualTo(1_203);
    }

    @Test
    void readsWhatTheDoorSpooled() {
        byte[] register = HealthRegister.of(3, 5_000).getBytes(StandardCharsets.UTF_8);
        ContentRef spooled = hub.bean(ContentStore.class).put(new ByteArrayInputStream(register));
        UUID receipt = UUID.randomUUID();

        health.push(receipt, register, spooled.sha256());

        assertThat(SubmissionDesk.states(desk.ended(receipt))).hasSize(3).containsOnly(RecordState.REGISTERED);
    }

    @Test
    void parksAMessageThatFailsAgainAndAgainAndReplaysItAfterTheFix() {
        byte[] register = HealthRegister.of(2, 6_000).getBytes(StandardCharsets.UTF_8);
        UUID receipt = UUID.randomUUID();
        health.push(receipt, register, DoorMessages.hash(register));

        SubmissionOutcome broken = desk.ended(receipt);
        assertThat(SubmissionDesk.states(broken)).containsExactly(RecordState.PARKED);
        assertThat(broken.page().getFirst().cause()).isEqualTo("internal-error");

        hub.bean(ContentStore.class).put(new ByteArrayInputStream(register));
        assertThat(replay(receipt, 1)).isOne();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(SubmissionDesk.states(desk.ended(receipt)))
                        .hasSize(2)
                        .containsOnly(RecordState.REGISTERED));
        assertThat(desk.count("select replays from hub.records where receipt = :id and no = 1", receipt))
                .isOne();
    }

    @Test
    void sendsAgainWhatNoMessageWillFinish() {
        UUID receipt = health.push(HealthRegister.of(2, 7_000));
        desk.ended(receipt);
        hub.bean(JdbcClient.class)
                .sql(
                        "update hub.records set state = 'IN_FLIGHT', updated_at = now() - interval '1 hour' where receipt = :id")
                .param("id", receipt)
                .update();

        // the message of the last record leaves its queue only after the database knows its outcome
        await().until(() -> hub.bean(Sweeper.class).sweepAlone(Duration.ofMinutes(5)) == 2);

        SubmissionOutcome outcome = desk.ended(receipt);
        assertThat(outcome.counts().registered()).isEqualTo(2);
    }

    private static int replay(UUID receipt, int no) {
        SubmissionOutcome outcome = desk.find(receipt).orElseThrow();
        return hub.bean(Replays.class).replay(List.of(new Replays.Key(receipt, no, outcome.acceptedAt())));
    }
}
