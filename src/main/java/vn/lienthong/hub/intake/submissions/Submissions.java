package vn.lienthong.hub.intake.submissions;

import java.util.Iterator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.submissions.SubmissionTable.Issued;
import vn.lienthong.hub.platform.HybridClock;

/**
 * The two steps from a queue to the register, as {@code routes/templates} calls them. Each does the database's part and
 * says what the route must send on its own session before it acknowledges; each may run again after a crash.
 */
@Component("submissions")
public class Submissions {

    private static final String REDELIVERED = "JMSRedelivered";

    private final Reception reception;
    private final Registration registration;
    private final Repetition repetition;
    private final SubmissionTable submissions;
    private final HybridClock clock;

    Submissions(
            Reception reception,
            Registration registration,
            Repetition repetition,
            SubmissionTable submissions,
            HybridClock clock) {
        this.reception = reception;
        this.registration = registration;
        this.repetition = repetition;
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * Step 1: keeps a submission, reads it and registers its only record, or keeps its records for step 2.
     *
     * @return a message per record still to be registered; asking for the next may commit the next few hundred
     */
    public Iterator<Message> receive(Exchange exchange) {
        Message message = exchange.getMessage();
        Submission submission = Messages.submission(message, clock);
        if (message.getHeader(REDELIVERED, false, Boolean.class) || Messages.asksToReadOn(message)) {
            Issued issued = submissions.issued(submission.receipt()).orElse(null);
            if (issued != null) {
                return repetition.of(submission, issued, exchange.getContext());
            }
        }
        try {
            return reception.receive(submission, exchange.getContext());
        } catch (DuplicateKeyException keptBefore) {
            Issued issued = submissions.issued(submission.receipt()).orElseThrow(() -> keptBefore);
            return repetition.of(submission, issued, exchange.getContext());
        }
    }

    /** Step 2: registers one kept record. */
    public void registerRecord(Exchange exchange) {
        registration.register(Messages.recordKey(exchange.getMessage()));
    }
}
