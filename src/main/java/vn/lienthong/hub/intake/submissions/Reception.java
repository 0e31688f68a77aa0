package vn.lienthong.hub.intake.submissions;

import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.catalog.Sender;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.intake.decode.Decoded;
import vn.lienthong.hub.intake.decode.RefusedException;
import vn.lienthong.hub.intake.normalise.Normalised;
import vn.lienthong.hub.intake.normalise.Normaliser;

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

    Reception(
            Senders senders,
            Normaliser normaliser,
            Contents contents,
            Registrar registrar,
            Settlement settlement,
            Splitter splitter) {
        this.senders = senders;
        this.normaliser = normaliser;
        this.contents = contents;
        this.registrar = registrar;
        this.settlement = settlement;
        this.splitter = splitter;
    }

    /** Fails with {@link org.springframework.dao.DuplicateKeyException}, changing nothing, when the submission was kept before. */
    Followup receive(Submission submission, CamelContext camel) {
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

    private Followup read(Submission submission, Sender sender, CamelContext camel) {
        Decoded decoded = normaliser.decode(sender, contents.of(submission), submission.contentType());
        boolean ours = true;
        try {
            JsonNode first = decoded.next();
            if (!decoded.hasNext()) {
                return register(submission, sender, first, camel);
            }
            Splitting numbers = splitter.begin(submission, sender, decoded, first);
            ours = false;
            return new Followup(new RecordMessages(camel, submission, numbers), List.of());
        } finally {
            if (ours) {
                decoded.close();
            }
        }
    }

    private Followup register(Submission submission, Sender sender, JsonNode record, CamelContext camel) {
        long version = sender.configVersion();
        Normalised said = normaliser.normalise(sender, record, version);
        Ending ending = settlement.settle(
                submission,
                Progress.State.SPLIT,
                version,
                () -> registrar.register(submission, sender, version, 1, said));
        return Followup.of(ending.wake(), camel, submission.correlationId());
    }

    private Followup end(Submission submission, long configVersion, Ending ending) {
        settlement.settle(submission, Progress.State.UNDECODABLE, configVersion, () -> ending);
        return Followup.NOTHING;
    }
}
