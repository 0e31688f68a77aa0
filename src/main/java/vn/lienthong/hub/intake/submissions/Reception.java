package vn.lienthong.hub.intake.submissions;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.decode.Decoded;
import vn.lienthong.hub.intake.decode.RefusedException;
import vn.lienthong.hub.intake.normalise.Normalised;
import vn.lienthong.hub.intake.normalise.Normaliser;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * Step 1: keeps a submission and reads it. A submission of one record, by far the usual one, is registered in the same
 * transaction that keeps it.
 */
@Component
class Reception {

    private final Senders senders;
    private final Normaliser normaliser;
    private final Contents contents;
    private final Registrar registrar;
    private final Settlement settlement;
    private final Splitter splitter;
    private final WakeUps wakeUps;

    Reception(
            Senders senders,
            Normaliser normaliser,
            Contents contents,
            Registrar registrar,
            Settlement settlement,
            Splitter splitter,
            WakeUps wakeUps) {
        this.senders = senders;
        this.normaliser = normaliser;
        this.contents = contents;
        this.registrar = registrar;
        this.settlement = settlement;
        this.splitter = splitter;
        this.wakeUps = wakeUps;
    }

    /** Fails with {@link org.springframework.dao.DuplicateKeyException}, changing nothing, when the submission was kept before. */
    Iterator<Message> receive(Submission submission, CamelContext camel) {
        Optional<Sender> sender = senders.find(submission.sender());
        if (sender.isEmpty()) {
            return end(submission, 0, Registrar.unknownSender(submission.sender()));
        }
        try {
            return read(submission, sender.get(), camel);
        } catch (RefusedException unreadable) {
            return end(submission, sender.get().configVersion(), Ending.refused(null, unreadable.reasons()));
        }
    }

    /** Ends a submission that the door does not take as one refused record. */
    Iterator<Message> turnDown(Submission submission, List<Reason> reasons) {
        long version =
                senders.find(submission.sender()).map(Sender::configVersion).orElse(0L);
        return end(submission, version, Ending.refused(null, reasons));
    }

    private Iterator<Message> read(Submission submission, Sender sender, CamelContext camel) {
        Decoded decoded = normaliser.decode(sender, contents.of(submission), submission.contentType());
        boolean ours = true;
        try {
            JsonNode first = decoded.next();
            if (!decoded.hasNext()) {
                return register(submission, sender, first);
            }
            Splitting numbers = splitter.begin(submission, sender, decoded, first);
            ours = false;
            return new RecordMessages(camel, submission, numbers);
        } finally {
            if (ours) {
                decoded.close();
            }
        }
    }

    private Iterator<Message> register(Submission submission, Sender sender, JsonNode record) {
        long version = sender.configVersion();
        Normalised said = normaliser.normalise(sender, record, version);
        Ending ending = settlement.settle(
                submission,
                Progress.State.SPLIT,
                version,
                () -> registrar.register(submission, sender, version, 1, said));
        if (ending.wake()) {
            wakeUps.owe();
        }
        return Collections.emptyIterator();
    }

    private Iterator<Message> end(Submission submission, long configVersion, Ending ending) {
        settlement.settle(submission, Progress.State.UNDECODABLE, configVersion, () -> ending);
        return Collections.emptyIterator();
    }
}
