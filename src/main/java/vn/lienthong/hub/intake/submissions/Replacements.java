package vn.lienthong.hub.intake.submissions;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.intake.Receipt;
import vn.lienthong.hub.intake.Receipts;
import vn.lienthong.hub.intake.submissions.EditedRecords.Edited;
import vn.lienthong.hub.intake.submissions.Messages.RecordKey;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * Puts an edited record in flight in the place of one that failed. The new submission, the end of the original and the
 * entry of the audit are one transaction, so that nothing is lost or doubled; a message lost after it is sent by the
 * {@link Sweeper}.
 */
@Component
public class Replacements {

    private static final Logger log = LoggerFactory.getLogger(Replacements.class);
    private static final String RULE = "replaced";

    private final EditedRecords edited;
    private final ReplacedRecords replaced;
    private final SubmissionTable submissions;
    private final RecordTable records;
    private final Refusals refusals;
    private final Receipts receipts;
    private final Audit audit;
    private final Tally tally;
    private final Prompter prompter;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    Replacements(
            EditedRecords edited,
            ReplacedRecords replaced,
            SubmissionTable submissions,
            RecordTable records,
            Refusals refusals,
            Receipts receipts,
            Audit audit,
            Tally tally,
            Prompter prompter,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.edited = edited;
        this.replaced = replaced;
        this.submissions = submissions;
        this.records = records;
        this.refusals = refusals;
        this.receipts = receipts;
        this.audit = audit;
        this.tally = tally;
        this.prompter = prompter;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** Who edits and why. */
    public record Order(Actor actor, String reason) {}

    /** The receipt of what now stands for it; fails when another edit of it is on its way or arrived. */
    public String replace(Replays.Key key, String content, Order order) {
        Edited fresh = edited.read(key, content);
        Waiting waiting = Objects.requireNonNull(transaction.execute(status -> begin(key, fresh, order)));
        tally.accepted(waiting.sender(), 1);
        prompt(waiting);
        return receipts.text(new Receipt(waiting.key().receipt()));
    }

    /** It is kept whatever becomes of its message. */
    private void prompt(Waiting waiting) {
        try {
            prompter.prompt(waiting);
        } catch (RuntimeException later) {
            log.warn(
                    "The message of an edited record was not sent and will be: {}", String.valueOf(later.getMessage()));
        }
    }

    private Waiting begin(Replays.Key key, Edited fresh, Order order) {
        List<ReplacedRecords.Open> open = replaced.lockOpen(key);
        String original = receipts.text(new Receipt(key.receipt())) + "/" + key.no();
        Receipt receipt = receipts.issue(fresh.sender().id(), "edit " + original + " " + replaced.edits(key));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Submission submission = fresh.submission(receipt.id(), now);
        long version = fresh.sender().configVersion();
        submissions.keep(submission, new Progress(Progress.State.SPLIT, 1), 1, version);
        records.add(submission, 1, List.of(payload(fresh)), version);
        Reason where = Reason.of(RULE).with("receipt", receipts.text(receipt));
        replaced.end(open, receipt.id(), where, now);
        open.forEach(record -> refusals.tell(record, where));
        replaced.keep(key, original, receipt.id(), order, now);
        audit.record(order.actor(), "failure.edit", original, words(fresh, receipts.text(receipt), order));
        return new Waiting(new RecordKey(receipt.id(), 1, now), fresh.sender().id(), submission.correlationId(), false);
    }

    /** Hashes tell which bytes without telling what they say. */
    private static Map<String, String> words(Edited fresh, String receipt, Order order) {
        return Map.of(
                "reason",
                order.reason(),
                "receipt",
                receipt,
                "sender",
                fresh.sender().id(),
                "before",
                fresh.original().submission().bodyHash(),
                "after",
                fresh.hash());
    }

    private byte[] payload(Edited fresh) {
        return json.writeValueAsString(fresh.tree()).getBytes(StandardCharsets.UTF_8);
    }
}
