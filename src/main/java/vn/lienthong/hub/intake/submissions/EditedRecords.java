package vn.lienthong.hub.intake.submissions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.decode.Body;
import vn.lienthong.hub.intake.decode.Decoded;
import vn.lienthong.hub.intake.decode.RefusedException;
import vn.lienthong.hub.intake.normalise.Normaliser;
import vn.lienthong.hub.intake.submissions.KeptRecords.Found;
import vn.lienthong.hub.intake.submissions.KeptRecords.Text;
import vn.lienthong.hub.intake.submissions.Messages.RecordKey;
import vn.lienthong.hub.platform.content.Sha256;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;

/** The text of a failed record as somebody may edit it, and an edited one as a record again. */
@Component
public class EditedRecords {

    private static final int LONGEST = 60_000;
    private static final char UNREADABLE = '\uFFFD';
    private static final String JSON_TYPE = "application/json";
    private static final ProblemException NOT_EDITABLE = new ProblemException(
            HttpStatus.CONFLICT,
            "not-editable",
            "Bản ghi này không sửa được ở đây: nó dài quá, không phải chữ, hoặc không tách ra được khỏi lần gửi");
    private static final ProblemException MAY_BE_MANY = new ProblemException(
            HttpStatus.CONFLICT,
            "not-editable",
            "Bản ghi này thay cho cả phần chưa đọc được của lần gửi, có thể gồm nhiều hồ sơ, nên không sửa được ở đây:"
                    + " hãy đọc lại, hoặc đề nghị nơi gửi gửi lại");

    private final KeptRecords kept;
    private final Normaliser normaliser;
    private final Senders senders;
    private final SecondReadings readings;
    private final JsonMapper json;

    EditedRecords(KeptRecords kept, Normaliser normaliser, Senders senders, SecondReadings readings, JsonMapper json) {
        this.kept = kept;
        this.normaliser = normaliser;
        this.senders = senders;
        this.readings = readings;
        this.json = json;
    }

    /**
     * An edited record, decoded.
     *
     * @param contentType of the edited text: the original's, or JSON for a record out of many
     */
    record Edited(TakenRecord original, Sender sender, byte[] content, String contentType, JsonNode tree) {

        String hash() {
            return Sha256.hex(content);
        }

        /** Takes the original's turn in the order of what came, since it says what was to be said then. */
        Submission submission(UUID receipt, Instant now) {
            Submission first = original.submission();
            return new Submission(
                    receipt,
                    now,
                    first.sender(),
                    first.stamp(),
                    hash(),
                    contentType,
                    content,
                    null,
                    content.length,
                    first.correlationId(),
                    first.snapshotAt(),
                    first.fileName(),
                    first.procedures());
        }
    }

    /**
     * What an edited text comes to.
     *
     * @param before the text it was made from
     */
    public record Foreseen(String before, SecondReadings.Reading reading) {}

    /** What may be edited; fails when it is too long, no text, or may be more than one record. */
    public String draft(Replays.Key key) {
        return editable(key).text().content();
    }

    /** What the edited text would come to now; changes nothing. */
    public Foreseen foresee(Replays.Key key, String content) {
        Found found = editable(key);
        Edited edited = read(found, content);
        byte[] payload = json.writeValueAsString(edited.tree()).getBytes(StandardCharsets.UTF_8);
        long version = edited.sender().configVersion();
        TakenRecord fresh = edited.original().saying(payload, version);
        return new Foreseen(found.text().content(), readings.today(fresh, edited.sender(), version));
    }

    Edited read(Replays.Key key, String content) {
        return read(editable(key), content);
    }

    private Edited read(Found found, String content) {
        Text before = found.text();
        if (content.length() > LONGEST || content.isBlank()) {
            throw wrong("wrong-size", "Nội dung sửa phải có từ 1 đến " + LONGEST + " ký tự", List.of());
        }
        if (content.lines().toList().equals(before.content().lines().toList())) {
            throw wrong("nothing-changed", "Chưa sửa gì: để đọc lại nguyên như cũ, dùng “Đọc lại”", List.of());
        }
        TakenRecord original = found.taken();
        Sender sender = sender(original);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return before.asSent()
                ? new Edited(
                        original, sender, bytes, original.submission().contentType(), only(original, sender, bytes))
                : new Edited(original, sender, bytes, JSON_TYPE, tree(content));
    }

    private Found editable(Replays.Key key) {
        Found found = kept.find(new RecordKey(key.receipt(), key.no(), key.acceptedAt()), LONGEST)
                .filter(one -> isText(one.text()))
                .orElseThrow(() -> NOT_EDITABLE);
        if (found.taken().standsForRest() && !isOne(found)) {
            throw MAY_BE_MANY;
        }
        return found;
    }

    private static boolean isText(Text text) {
        return !text.cut()
                && text.content().indexOf(UNREADABLE) < 0
                && text.content().indexOf(0) < 0;
    }

    /** What was never read may hold many: edited down to one record, the others would be lost without a word. */
    private boolean isOne(Found found) {
        TakenRecord taken = found.taken();
        if (taken.state() != RecordState.REFUSED || !found.text().asSent()) {
            return false;
        }
        byte[] bytes = found.text().content().getBytes(StandardCharsets.UTF_8);
        try {
            return one(taken, sender(taken), bytes).isPresent();
        } catch (RefusedException unreadable) {
            return false;
        }
    }

    private Sender sender(TakenRecord taken) {
        return senders.find(taken.submission().sender()).orElseThrow(() -> NOT_EDITABLE);
    }

    /** Empty when there are several. */
    private Optional<JsonNode> one(TakenRecord original, Sender sender, byte[] bytes) {
        try (Decoded decoded =
                normaliser.decode(sender, Body.of(bytes), original.submission().contentType())) {
            JsonNode tree = decoded.next();
            return decoded.hasNext() ? Optional.empty() : Optional.of(tree);
        }
    }

    private JsonNode only(TakenRecord original, Sender sender, byte[] bytes) {
        try {
            return one(original, sender, bytes)
                    .orElseThrow(() -> wrong("several-records", "Sau khi sửa phải còn đúng một bản ghi", List.of()));
        } catch (RefusedException unreadable) {
            throw wrong("unreadable", "Không đọc được nội dung sau khi sửa", unreadable.reasons());
        }
    }

    private JsonNode tree(String content) {
        try {
            return json.readTree(content);
        } catch (JacksonException unreadable) {
            throw wrong("unreadable", "Nội dung sửa không phải JSON đúng", List.of());
        }
    }

    private static ProblemException wrong(String kind, String detail, List<Reason> reasons) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, kind, detail, reasons);
    }
}
