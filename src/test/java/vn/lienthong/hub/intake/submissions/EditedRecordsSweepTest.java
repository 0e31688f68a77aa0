package vn.lienthong.hub.intake.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.intake.DoorMark;
import vn.lienthong.hub.intake.Receipt;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.audit.Role;

/** An edited record whose message was lost between the commit and the broker. */
@ExtendWith(OneHub.class)
class EditedRecordsSweepTest {

    private static final String CODE = "000.00.15.H52-260824-7590";
    private static final Replacements.Order ORDER =
            new Replacements.Order(new Actor("operator", Role.OPERATOR), "the office confirmed");

    private final RunningHub hub;
    private final JdbcClient db;

    EditedRecordsSweepTest(RunningHub hub) {
        this.hub = hub;
        this.db = hub.bean(JdbcClient.class);
    }

    @Test
    void isRegisteredOnceByTheSweepAndTheOriginalStaysReplaced() {
        String good = LandSystem.accepted(CODE);
        UUID failed = id(hub.as(LandSystem.ID)
                .pushes(LandSystem.ID, good.replace("QT-01", "QT-75"))
                .path("receipt")
                .asString());
        Replays.Key key = new Replays.Key(failed, 1, acceptedAt(failed));

        UUID edited = id(withoutMessages().replace(key, good, ORDER));
        assertThat(state(edited)).isEqualTo("IN_FLIGHT");
        assertThat(state(failed)).isEqualTo("REFUSED");
        db.sql("update hub.records set updated_at = now() - interval '1 hour' where receipt = :receipt")
                .param("receipt", edited)
                .update();

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            hub.bean(Sweeper.class).sweep();
            return state(edited).equals("REGISTERED");
        });

        assertThat(state(failed)).isEqualTo("REFUSED");
        assertThat(db.sql("select count(*) from hub.events where receipt = :receipt and kind = 'STATUS'")
                        .param("receipt", edited)
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(hub.bean(Replays.class).replay(List.of(key))).isZero();
    }

    /** As when the hub dies, or the broker goes away, right after the commit. */
    private Replacements withoutMessages() {
        var lost =
                new Prompter(
                        hub.bean(ProducerTemplate.class),
                        hub.bean(CamelContext.class),
                        hub.bean(SubmissionTable.class),
                        hub.bean(DoorMark.class)) {
                    @Override
                    void prompt(Waiting waiting) {
                        throw new IllegalStateException("the broker is away");
                    }
                };
        return new Replacements(
                hub.bean(EditedRecords.class),
                hub.bean(ReplacedRecords.class),
                hub.bean(SubmissionTable.class),
                hub.bean(RecordTable.class),
                hub.bean(Refusals.class),
                hub.bean(Receipts.class),
                hub.bean(Audit.class),
                hub.bean(Tally.class),
                lost,
                hub.bean(TransactionTemplate.class),
                hub.bean(JsonMapper.class),
                hub.bean(Clock.class));
    }

    private UUID id(String receipt) {
        return hub.bean(Receipts.class).parse(receipt).map(Receipt::id).orElseThrow();
    }

    private Instant acceptedAt(UUID receipt) {
        return db.sql("select accepted_at from hub.receipts where receipt = :receipt")
                .param("receipt", receipt)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private String state(UUID receipt) {
        return db.sql("select state from hub.records where receipt = :receipt and no = 1")
                .param("receipt", receipt)
                .query(String.class)
                .single();
    }
}
