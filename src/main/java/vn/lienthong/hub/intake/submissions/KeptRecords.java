package vn.lienthong.hub.intake.submissions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.decode.RefusedException;
import vn.lienthong.hub.intake.submissions.Messages.RecordKey;
import vn.lienthong.hub.platform.content.ContentUnavailableException;

/** The text of one record alone, never of its neighbours in the same submission. */
@Component
public class KeptRecords {

    private final RecordTable records;
    private final RecordReader reader;
    private final Contents contents;
    private final Senders senders;
    private final JsonMapper json;

    KeptRecords(RecordTable records, RecordReader reader, Contents contents, Senders senders, JsonMapper json) {
        this.records = records;
        this.reader = reader;
        this.contents = contents;
        this.senders = senders;
        this.json = json;
    }

    /** Where a record stands: when its submission was accepted says in which part of the table. */
    public record Place(UUID receipt, int no, Instant acceptedAt) {

        RecordKey key() {
            return new RecordKey(receipt, no, acceptedAt);
        }
    }

    /**
     * What is kept of it.
     *
     * @param asSent the sender's own bytes; else the record as it was decoded, as JSON
     * @param cut there is more than is given here
     */
    public record Text(String content, boolean asSent, boolean cut) {}

    /** A record with its text. */
    record Found(TakenRecord taken, Text text) {}

    /** Empty when it is kept no more, or nobody can tell it from its neighbours. */
    public Optional<Text> read(Place place, int most) {
        return find(place.key(), most).map(Found::text);
    }

    /** The same with the record itself. */
    Optional<Found> find(RecordKey key, int most) {
        return records.find(key).flatMap(taken -> kept(taken, most).map(text -> new Found(taken, text)));
    }

    private Optional<Text> kept(TakenRecord taken, int most) {
        try {
            return text(taken, most);
        } catch (ContentUnavailableException unavailable) {
            if (unavailable.isMissing()) {
                return Optional.empty();
            }
            throw unavailable;
        }
    }

    private Optional<Text> text(TakenRecord taken, int most) {
        Submission submission = taken.submission();
        byte[] payload = taken.payload();
        if (payload != null) {
            return Optional.of(decoded(json.readTree(payload), most));
        }
        return taken.records() == 1
                ? Optional.of(asSent(submission, most))
                : senders.find(submission.sender()).flatMap(sender -> fromAmongOthers(taken, sender, most));
    }

    private Text asSent(Submission submission, int most) {
        try (InputStream body = contents.of(submission).open()) {
            byte[] begin = body.readNBytes(most);
            return new Text(new String(begin, StandardCharsets.UTF_8), true, submission.size() > begin.length);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<Text> fromAmongOthers(TakenRecord taken, Sender sender, int most) {
        try {
            return Optional.of(decoded(reader.tree(taken, sender), most));
        } catch (RefusedException unreadable) {
            return Optional.empty();
        }
    }

    private Text decoded(JsonNode tree, int most) {
        String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        return new Text(text.substring(0, Math.min(text.length(), most)), false, text.length() > most);
    }
}
