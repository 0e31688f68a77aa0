package vn.lienthong.hub.intake.submissions;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.RecordRefused;
import vn.lienthong.hub.intake.Receipt;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.platform.reason.Reason;

/** Lets others hear of a refusal in the transaction that keeps it, so that a sender can be told for sure. */
@Component
class Refusals {

    private final Receipts receipts;
    private final ApplicationEventPublisher events;

    Refusals(Receipts receipts, ApplicationEventPublisher events) {
        this.receipts = receipts;
        this.events = events;
    }

    /** Says nothing of a record that ended otherwise. */
    void tell(Submission submission, int no, Ending ending) {
        if (ending.state() == RecordState.REFUSED) {
            String receipt = receipts.text(new Receipt(submission.receipt()));
            events.publishEvent(new RecordRefused(
                    submission.sender(), receipt, no, ending.code(), ending.reasons(), submission.correlationId()));
        }
    }

    /** A parked record ends as refused when another takes its place; of one refused before its sender knows. */
    void tell(ReplacedRecords.Open record, Reason where) {
        if (record.parked()) {
            String receipt = receipts.text(new Receipt(record.key().receipt()));
            events.publishEvent(new RecordRefused(
                    record.sender(),
                    receipt,
                    record.key().no(),
                    record.code(),
                    List.of(where),
                    record.correlationId()));
        }
    }
}
