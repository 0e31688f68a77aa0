package vn.lienthong.hub.intake.submissions;

import java.util.Collections;
import java.util.Iterator;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.submissions.SubmissionTable.Issued;

/** What a message does whose receipt the register knows: nothing but send again what follows from it. */
@Component
class Repetition {

    private final Senders senders;
    private final SubmissionTable submissions;
    private final RecordTable records;
    private final Splitter splitter;
    private final Settlement settlement;
    private final WakeUps wakeUps;

    Repetition(
            Senders senders,
            SubmissionTable submissions,
            RecordTable records,
            Splitter splitter,
            Settlement settlement,
            WakeUps wakeUps) {
        this.senders = senders;
        this.submissions = submissions;
        this.records = records;
        this.splitter = splitter;
        this.settlement = settlement;
        this.wakeUps = wakeUps;
    }

    Iterator<Message> of(Submission submission, Issued issued, CamelContext camel) {
        if (!issued.bodyHash().equals(submission.bodyHash())) {
            settlement.conflict(submission, 0);
            return Collections.emptyIterator();
        }
        Kept kept = submissions.find(submission.receipt(), issued.acceptedAt());
        if (records.anyChanged(kept.submission())) {
            wakeUps.owe();
        }
        return new RecordMessages(camel, kept.submission(), unfinished(kept));
    }

    private Iterator<Integer> unfinished(Kept kept) {
        Iterator<Integer> inFlight = new InFlightNumbers(records, kept.submission());
        if (kept.progress().state() != Progress.State.RECEIVING) {
            return inFlight;
        }
        Sender sender = senders.find(kept.submission().sender())
                .orElseThrow(() -> new IllegalStateException("The sender of a half-read submission is gone"));
        return new Chained<>(inFlight, () -> splitter.resume(kept, sender));
    }
}
