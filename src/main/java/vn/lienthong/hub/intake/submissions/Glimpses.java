package vn.lienthong.hub.intake.submissions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.intake.decode.RefusedException;
import vn.lienthong.hub.intake.normalise.Normaliser;
import vn.lienthong.hub.intake.submissions.Messages.RecordKey;
import vn.lienthong.trust.Masks;

/** Which dossier a failed record speaks of and who it is about, masked, for people who look through a list of them. */
@Component
public class Glimpses {

    /** Larger ones are not read for a list. */
    private static final int LONGEST = 256 * 1024;

    private final RecordTable records;
    private final RecordReader reader;
    private final Normaliser normaliser;
    private final Senders senders;
    private final Dossiers dossiers;

    Glimpses(RecordTable records, RecordReader reader, Normaliser normaliser, Senders senders, Dossiers dossiers) {
        this.records = records;
        this.reader = reader;
        this.normaliser = normaliser;
        this.senders = senders;
        this.dossiers = dossiers;
    }

    /**
     * What can be read of it.
     *
     * @param code of the dossier; null when it cannot be read
     * @param known whether the register has that dossier
     * @param applicant masked; null when it cannot be read
     */
    public record Glimpse(
            @Nullable String code, boolean known, @Nullable String applicant) {}

    /** Empty when nothing of it can be read. */
    public Optional<Glimpse> of(Replays.Key key) {
        return records.find(new RecordKey(key.receipt(), key.no(), key.acceptedAt()))
                .filter(taken -> taken.payload() != null || taken.submission().size() <= LONGEST)
                .flatMap(taken -> senders.find(taken.submission().sender()).flatMap(sender -> read(taken, sender)));
    }

    private Optional<Glimpse> read(TakenRecord taken, Sender sender) {
        try {
            JsonNode facts = normaliser.legible(sender, reader.tree(taken, sender), sender.configVersion());
            String code = text(facts.path("code"));
            String name = text(facts.path("applicant").path("name"));
            boolean known = code != null && dossiers.byCode(code).isPresent();
            return code == null && name == null
                    ? Optional.empty()
                    : Optional.of(new Glimpse(code, known, name == null ? null : Masks.name(name)));
        } catch (RefusedException unreadable) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }
}
