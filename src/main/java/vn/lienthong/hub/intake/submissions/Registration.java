package vn.lienthong.hub.intake.submissions;

import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.submissions.Messages.RecordKey;

/** Step 2: registers one record of a large submission, or one being replayed, in a transaction of its own. */
@Component
class Registration {

    private static final Logger log = LoggerFactory.getLogger(Registration.class);

    private final Senders senders;
    private final RecordReader reader;
    private final Registrar registrar;
    private final RecordTable records;
    private final Refusals refusals;
    private final TransactionTemplate transaction;
    private final Tally tally;
    private final WakeUps wakeUps;

    Registration(
            Senders senders,
            RecordReader reader,
            Registrar registrar,
            RecordTable records,
            Refusals refusals,
            TransactionTemplate transaction,
            Tally tally,
            WakeUps wakeUps) {
        this.senders = senders;
        this.reader = reader;
        this.registrar = registrar;
        this.records = records;
        this.refusals = refusals;
        this.transaction = transaction;
        this.tally = tally;
        this.wakeUps = wakeUps;
    }

    /** What the transaction found and did; without an ending the record had ended before. */
    private record Done(TakenRecord taken, Optional<Ending> ending) {}

    void register(RecordKey key) {
        Optional<Done> done = Objects.requireNonNull(transaction.execute(
                status -> records.take(key).map(taken -> new Done(taken, end(taken)))));
        if (done.isEmpty()) {
            log.warn("No record {} of receipt {} is kept; its message is dropped", key.no(), key.receipt());
            return;
        }
        TakenRecord taken = done.get().taken();
        done.get().ending().ifPresent(ending -> count(taken, ending));
        if (done.get().ending().map(Ending::wake).orElse(taken.changed())) {
            wakeUps.owe();
        }
    }

    private Optional<Ending> end(TakenRecord taken) {
        if (taken.state() != RecordState.IN_FLIGHT) {
            return Optional.empty();
        }
        Ending ending = senders.find(taken.submission().sender())
                .map(sender -> register(taken, sender))
                .orElseGet(() -> Registrar.unknownSender(taken.submission().sender()));
        records.end(taken.key(), ending, taken.configVersion());
        refusals.tell(taken.submission(), taken.key().no(), ending);
        return Optional.of(ending);
    }

    private Ending register(TakenRecord taken, Sender sender) {
        return registrar.register(
                taken.submission(), sender, taken.configVersion(), taken.key().no(), reader.read(taken, sender));
    }

    /** Only a sender that waits for its outcome is worth the question whether this was the last record. */
    private void count(TakenRecord taken, Ending ending) {
        Submission submission = taken.submission();
        tally.ended(submission.sender(), ending);
        boolean awaited = senders.find(submission.sender())
                .map(sender -> sender.reply().outcomeWithin() != null)
                .orElse(false);
        if (awaited && records.inFlight(submission, 0, 1).isEmpty()) {
            tally.settled(submission.receipt());
        }
    }
}
