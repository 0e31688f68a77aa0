package vn.lienthong.hub.intake.submissions;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.SubmissionOutcome;
import vn.lienthong.hub.intake.SubmissionOutcomes;

/** What became of submissions, asked of the register of a running hub. */
record SubmissionDesk(RunningHub hub) {

    SubmissionOutcome ended(UUID receipt) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> find(receipt),
                        found -> found.filter(SubmissionOutcome::complete).isPresent())
                .orElseThrow();
    }

    Optional<SubmissionOutcome> find(UUID receipt) {
        return hub.bean(SubmissionOutcomes.class).find(receipt, 0, 10_000);
    }

    long count(String query, UUID receipt) {
        return hub.bean(JdbcClient.class)
                .sql(query)
                .param("id", receipt)
                .query(Long.class)
                .single();
    }

    static List<RecordState> states(SubmissionOutcome outcome) {
        return outcome.page().stream().map(record -> record.state()).toList();
    }
}
