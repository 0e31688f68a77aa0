package vn.lienthong.hub.intake.submissions;

import jakarta.jms.JMSException;
import java.util.Iterator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.submissions.Arrivals.Arrival;
import vn.lienthong.hub.intake.submissions.SubmissionTable.Issued;

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
    private final Arrivals arrivals;

    Submissions(
            Reception reception,
            Registration registration,
            Repetition repetition,
            SubmissionTable submissions,
            Arrivals arrivals) {
        this.reception = reception;
        this.registration = registration;
        this.repetition = repetition;
        this.submissions = submissions;
        this.arrivals = arrivals;
    }

    /**
     * Step 1: keeps a submission, reads it and registers its only record, or keeps its records for step 2.
     *
     * @return a message per record still to be registered; asking for the next may commit the next few hundred
     */
    public Iterator<Message> receive(Exchange exchange) throws JMSException {
        Message message = exchange.getMessage();
        Arrival arrival = arrivals.read(message);
        Submission submission = arrival.submission();
        if (message.getHeader(REDELIVERED, false, Boolean.class) || asksToReadOn(arrival, message)) {
            Issued issued = submissions.issued(submission.receipt()).orElse(null);
            if (issued != null) {
                return repetition.of(submission, issued, exchange.getContext());
            }
        }
        try {
            return arrival.turnedDown().isEmpty()
                    ? reception.receive(submission, exchange.getContext())
                    : reception.turnDown(submission, arrival.turnedDown());
        } catch (DuplicateKeyException keptBefore) {
            Issued issued = submissions.issued(submission.receipt()).orElseThrow(() -> keptBefore);
            return repetition.of(submission, issued, exchange.getContext());
        }
    }

    private static boolean asksToReadOn(Arrival arrival, Message message) {
        return arrival.marked() && Messages.asksToReadOn(message);
    }

    /** Step 2: registers one kept record. */
    public void registerRecord(Exchange exchange) {
        registration.register(Messages.recordKey(exchange.getMessage()));
    }
}
