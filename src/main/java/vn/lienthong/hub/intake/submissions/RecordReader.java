package vn.lienthong.hub.intake.submissions;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.decode.Decoded;
import vn.lienthong.hub.intake.decode.RefusedException;
import vn.lienthong.hub.intake.normalise.Normalised;
import vn.lienthong.hub.intake.normalise.Normaliser;

/** What a kept record says: from its own copy, or from the submission's bytes when it has none. */
@Component
class RecordReader {

    private final Normaliser normaliser;
    private final Contents contents;
    private final JsonMapper json;

    RecordReader(Normaliser normaliser, Contents contents, JsonMapper json) {
        this.normaliser = normaliser;
        this.contents = contents;
        this.json = json;
    }

    Normalised read(TakenRecord taken, Sender sender) {
        return read(taken, sender, taken.configVersion());
    }

    Normalised read(TakenRecord taken, Sender sender, long configVersion) {
        try {
            return normaliser.normalise(sender, tree(taken, sender), configVersion);
        } catch (RefusedException unreadable) {
            return new Normalised.Refused(unreadable.reasons());
        }
    }

    /** As it was decoded. */
    JsonNode tree(TakenRecord taken, Sender sender) {
        byte[] payload = taken.payload();
        if (payload != null) {
            return json.readTree(payload);
        }
        Submission submission = taken.submission();
        try (Decoded decoded = normaliser.decode(sender, contents.of(submission), submission.contentType())) {
            return decoded.skip(taken.key().no() - 1).next();
        }
    }
}
