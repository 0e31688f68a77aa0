package vn.lienthong.hub.intake.submissions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.submissions.Messages.RecordKey;

/** What a record was made from: its own copy, or the beginning of its submission. */
@Component
public class KeptBytes {

    private final RecordTable records;
    private final Contents contents;

    KeptBytes(RecordTable records, Contents contents) {
        this.records = records;
        this.contents = contents;
    }

    public byte[] read(UUID receipt, int no, Instant acceptedAt, int most) {
        TakenRecord record = records.find(new RecordKey(receipt, no, acceptedAt))
                .orElseThrow(() -> new IllegalStateException("No such record is kept"));
        byte[] payload = record.payload();
        return payload == null
                ? head(record.submission(), most)
                : Arrays.copyOf(payload, Math.min(payload.length, most));
    }

    private byte[] head(Submission submission, int most) {
        try (InputStream body = contents.of(submission).open()) {
            return body.readNBytes(most);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
