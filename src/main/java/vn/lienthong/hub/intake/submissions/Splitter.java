package vn.lienthong.hub.intake.submissions;

import java.util.Iterator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.decode.Decoded;
import vn.lienthong.hub.intake.decode.RefusedException;
import vn.lienthong.hub.intake.normalise.Normaliser;
import vn.lienthong.hub.intake.submissions.Splitting.Chunk;

/** Keeps submissions of many records: a transaction per chunk, from the start or from where reading stopped. */
@Component
class Splitter {

    private final Normaliser normaliser;
    private final Contents contents;
    private final SubmissionTable submissions;
    private final RecordTable records;
    private final Refusals refusals;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Tally tally;

    Splitter(
            Normaliser normaliser,
            Contents contents,
            SubmissionTable submissions,
            RecordTable records,
            Refusals refusals,
            TransactionTemplate transaction,
            JsonMapper json,
            Tally tally) {
        this.normaliser = normaliser;
        this.contents = contents;
        this.submissions = submissions;
        this.records = records;
        this.refusals = refusals;
        this.transaction = transaction;
        this.json = json;
        this.tally = tally;
    }

    /** Keeps the submission with its first chunk; the first record was read to learn that there are more. */
    Splitting begin(Submission submission, Sender sender, Decoded decoded, JsonNode first) {
        return new Splitting(
                        decoded, decoded::close, 0, json, chunk -> keep(submission, sender, chunk, chunk.first() == 1))
                .start(List.of(first));
    }

    /** Reads on behind the last kept record; what cannot be read any more ends as one refused record. */
    Splitting resume(Kept kept, Sender sender) {
        Submission submission = kept.submission();
        int done = kept.progress().resumeAt();
        Splitting.Keeper keeper = chunk -> keep(submission, sender, chunk, false);
        try {
            Decoded decoded = normaliser.decode(sender, contents.of(submission), submission.contentType());
            return new Splitting(decoded.skip(done), decoded::close, done, json, keeper);
        } catch (RefusedException unreadable) {
            return new Splitting(new Unreadable(unreadable), () -> {}, done, json, keeper);
        }
    }

    /** Records that say, when asked for, that they cannot be read. */
    private record Unreadable(RefusedException why) implements Iterator<JsonNode> {

        @Override
        public boolean hasNext() {
            throw why;
        }

        @Override
        public JsonNode next() {
            throw why;
        }
    }

    private void keep(Submission submission, Sender sender, Chunk chunk, boolean fresh) {
        long version = sender.configVersion();
        transaction.executeWithoutResult(status -> {
            if (fresh) {
                submissions.keep(submission, chunk.progress(), chunk.records(), version);
            } else {
                submissions.advance(submission, chunk.progress(), chunk.records());
            }
            records.add(submission, chunk.first(), chunk.payloads(), version);
            if (chunk.refused() != null) {
                records.addEnded(submission, chunk.records(), chunk.refused(), version);
                refusals.tell(submission, chunk.records(), chunk.refused());
            }
        });
        tally.accepted(sender.id(), chunk.records() - chunk.first() + 1);
        if (chunk.refused() != null) {
            tally.ended(sender.id(), chunk.refused());
        }
    }
}
