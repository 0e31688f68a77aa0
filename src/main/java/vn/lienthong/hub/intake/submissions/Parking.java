package vn.lienthong.hub.intake.submissions;

import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.intake.submissions.Messages.RecordKey;
import vn.lienthong.hub.intake.submissions.SubmissionTable.Issued;
import vn.lienthong.hub.platform.content.ContentUnavailableException;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.database.DatabaseFailure;

/** Takes a message out of the way that fails again and again though the database is there: a bug of ours. */
@Component("parking")
public class Parking {

    private static final Logger log = LoggerFactory.getLogger(Parking.class);
    private static final String DELIVERY_COUNT = "JMSXDeliveryCount";
    private static final int DELIVERIES_ALLOWED = 3;

    private final DatabaseBreaker breaker;
    private final SubmissionTable submissions;
    private final RecordTable records;
    private final TransactionTemplate transaction;
    private final Arrivals arrivals;
    private final Tally tally;
    private final Quarantine quarantine;

    Parking(
            DatabaseBreaker breaker,
            SubmissionTable submissions,
            RecordTable records,
            TransactionTemplate transaction,
            Arrivals arrivals,
            Tally tally,
            Quarantine quarantine) {
        this.breaker = breaker;
        this.submissions = submissions;
        this.records = records;
        this.transaction = transaction;
        this.arrivals = arrivals;
        this.tally = tally;
        this.quarantine = quarantine;
    }

    /** Parks a submission, or as much of it as was not read; throws the failure again while it is not one too many. */
    public void submission(Exchange exchange) throws Exception {
        Fault fault = fault(exchange);
        Ending ending = Ending.parked(fault);
        Submission submission = arrivals.read(exchange.getMessage()).submission();
        transaction.executeWithoutResult(status -> park(submission, ending));
        tally.ended(submission.sender(), ending);
        tally.settled(submission.receipt());
        quarantine.fault(submission.sender(), fault.cause());
    }

    /** Parks one record; throws the failure again while it is not one too many. */
    public void record(Exchange exchange) throws Exception {
        Fault fault = fault(exchange);
        Ending ending = Ending.parked(fault);
        RecordKey key = Messages.recordKey(exchange.getMessage());
        transaction.executeWithoutResult(
                status -> records.take(key).ifPresent(taken -> records.end(key, ending, taken.configVersion())));
        tally.ended(Messages.sender(exchange.getMessage()), ending);
        quarantine.fault(Messages.sender(exchange.getMessage()), fault.cause());
    }

    private void park(Submission submission, Ending ending) {
        Optional<Issued> issued = submissions.issued(submission.receipt());
        if (issued.isEmpty()) {
            submissions.keep(submission, Progress.State.UNDECODABLE, ending, 0);
        } else if (issued.get().bodyHash().equals(submission.bodyHash())) {
            parkRest(submissions.find(submission.receipt(), issued.get().acceptedAt()), ending);
        } else {
            submissions.keepConflict(submission, ending, 0);
        }
    }

    private void parkRest(Kept kept, Ending ending) {
        if (kept.progress().state() == Progress.State.RECEIVING) {
            int rest = kept.progress().resumeAt() + 1;
            records.addEnded(kept.submission(), rest, ending, kept.configVersion());
            submissions.advance(
                    kept.submission(),
                    new Progress(Progress.State.UNDECODABLE, kept.progress().resumeAt()),
                    rest);
        }
    }

    private Fault fault(Exchange exchange) throws Exception {
        Exception failure =
                Objects.requireNonNull(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class), "no failure");
        int deliveries = exchange.getMessage().getHeader(DELIVERY_COUNT, 1, Integer.class);
        if (deliveries <= DELIVERIES_ALLOWED || !breaker.available() || isOutage(failure)) {
            throw failure;
        }
        Fault fault = Fault.of(failure);
        log.error("Parked after {} deliveries: {} {}", deliveries, fault.cause(), fault.fingerprint());
        return fault;
    }

    private static boolean isOutage(Exception failure) {
        return DatabaseFailure.meansAway(failure) || ContentUnavailableException.passes(failure);
    }
}
