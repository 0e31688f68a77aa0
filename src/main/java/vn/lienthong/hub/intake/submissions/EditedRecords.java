package vn.lienthong.hub.intake.submissions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.decode.Body;
import vn.lienthong.hub.intake.decode.Decoded;
import vn.lienthong.hub.intake.decode.RefusedException;
import vn.lienthong.hub.intake.normalise.Normaliser;
import vn.lienthong.hub.intake.submissions.KeptRecords.Place;
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

    private final RecordTable records;
    private final KeptRecords kept;
    private final Normaliser normaliser;
    private final Senders senders;
    private final SecondReadings readings;
    private final JsonMapper json;

    EditedRecords(
            RecordTable records,
            KeptRecords kept,
            Normaliser normaliser,
            Senders senders,
            SecondReadings readings,
            JsonMapper json) {
        this.records = records;
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

    /** What may be edited; fails when it is too long, no text, or part of what only its sender can tell apart. */
    public String draft(Replays.Key key) {
        return text(key).content();
    }

    /** What the edited text would come to now; changes nothing. */
    public SecondReadings.Reading foresee(Replays.Key key, String content) {
        Edited edited = read(key, content);
        byte[] payload = json.writeValueAsString(edited.tree()).getBytes(StandardCharsets.UTF_8);
        TakenRecord original = edited.original();
        long version = edited.sender().configVersion();
        return readings.today(
                new TakenRecord(original.key(), original.submission(), original.state(), false, payload, version),
                edited.sender(),
                version);
    }

    Edited read(Replays.Key key, String content) {
        Text before = text(key);
        if (content.length() > LONGEST || content.isBlank()) {
            throw wrong("wrong-size", "Nội dung sửa phải có từ 1 đến " + LONGEST + " ký tự", List.of());
        }
        if (content.lines().toList().equals(before.content().lines().toList())) {
            throw wrong("nothing-changed", "Chưa sửa gì: để đọc lại nguyên như cũ, dùng “Đọc lại”", List.of());
        }
        TakenRecord original = records.find(recordKey(key)).orElseThrow(() -> NOT_EDITABLE);
        Sender sender = senders.find(original.submission().sender()).orElseThrow(() -> NOT_EDITABLE);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return before.asSent()
                ? new Edited(
                        original, sender, bytes, original.submission().contentType(), only(original, sender, bytes))
                : new Edited(original, sender, bytes, JSON_TYPE, tree(content));
    }

    private Text text(Replays.Key key) {
        return kept.read(new Place(key.receipt(), key.no(), key.acceptedAt()), LONGEST)
                .filter(text -> !text.cut()
                        && text.content().indexOf(UNREADABLE) < 0
                        && text.content().indexOf(0) < 0)
                .orElseThrow(() -> NOT_EDITABLE);
    }

    private JsonNode only(TakenRecord original, Sender sender, byte[] bytes) {
        try (Decoded decoded =
                normaliser.decode(sender, Body.of(bytes), original.submission().contentType())) {
            JsonNode tree = decoded.next();
            if (decoded.hasNext()) {
                throw wrong("several-records", "Sau khi sửa phải còn đúng một bản ghi", List.of());
            }
            return tree;
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

    private static RecordKey recordKey(Replays.Key key) {
        return new RecordKey(key.receipt(), key.no(), key.acceptedAt());
    }

    private static ProblemException wrong(String kind, String detail, List<Reason> reasons) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, kind, detail, reasons);
    }
}
