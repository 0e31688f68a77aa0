package vn.lienthong.hub.intake.submissions;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.platform.reason.Reason;

/** Keeps a submission that is one record, together with what the record did, in one transaction. */
@Component
class Settlement {

    private static final String CONFLICT = "conflicting-submission";

    private final SubmissionTable submissions;
    private final TransactionTemplate transaction;
    private final Refusals refusals;
    private final Tally tally;

    Settlement(SubmissionTable submissions, TransactionTemplate transaction, Refusals refusals, Tally tally) {
        this.submissions = submissions;
        this.transaction = transaction;
        this.refusals = refusals;
        this.tally = tally;
    }

    /** Does the work and keeps the submission; a submission kept before undoes the work and fails. */
    Ending settle(Submission submission, Progress.State state, long configVersion, Supplier<Ending> work) {
        Ending ending = Objects.requireNonNull(transaction.execute(status -> {
            Ending reached = work.get();
            submissions.keep(submission, state, reached, configVersion);
            refusals.tell(submission, 1, reached);
            return reached;
        }));
        count(submission, ending);
        tally.settled(submission.receipt());
        return ending;
    }

    /** The receipt belongs to other bytes: these are kept beside them, once, for the sender to look at. */
    void conflict(Submission submission, long configVersion) {
        Ending parked = Ending.parked(null, CONFLICT, submission.sender(), List.of(Reason.of(CONFLICT)));
        boolean fresh = Boolean.TRUE.equals(
                transaction.execute(status -> submissions.keepConflict(submission, parked, configVersion)));
        if (fresh) {
            count(submission, parked);
        }
    }

    private void count(Submission submission, Ending ending) {
        tally.accepted(submission.sender(), 1);
        tally.ended(submission.sender(), ending);
    }
}
