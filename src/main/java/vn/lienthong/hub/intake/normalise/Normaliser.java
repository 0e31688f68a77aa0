package vn.lienthong.hub.intake.normalise;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.decode.Body;
import vn.lienthong.hub.intake.decode.Decoded;
import vn.lienthong.hub.intake.decode.Decoders;
import vn.lienthong.hub.intake.normalise.JsonataExpression.ExpressionFailed;
import vn.lienthong.hub.platform.reason.Reason;

/** Reads what a sender pushed: bytes into records, and a record into canonical words. */
@Component
public class Normaliser {

    private final Decoders decoders;
    private final Mappings mappings;
    private final Clock clock;

    Normaliser(Decoders decoders, Mappings mappings, Clock clock) {
        this.decoders = decoders;
        this.mappings = mappings;
        this.clock = clock;
    }

    /**
     * The records of a body, at least one; close it. Throws {@link vn.lienthong.hub.intake.decode.RefusedException} when
     * nobody can read the whole; a single unreadable record comes out as one that {@link #normalise} refuses.
     */
    public Decoded decode(Sender sender, Body body, @Nullable String contentType) {
        Mapping mapping = mappings.of(sender.id(), sender.configVersion());
        return decoders.decode(sender.format(), body, contentType, mapping.decode());
    }

    /** What one decoded record says, by the mapping of that configuration version. */
    public Normalised normalise(Sender sender, JsonNode record, long configVersion) {
        return normalise(mappings.of(sender.id(), configVersion), record, LocalDate.now(clock));
    }

    /** Which dossier a record speaks of and who it is about, also of one that cannot be placed; empty where nobody can tell. */
    public JsonNode legible(Sender sender, JsonNode record, long configVersion) {
        return mappings.of(sender.id(), configVersion).legible(record, LocalDate.now(clock));
    }

    static Normalised normalise(Mapping mapping, JsonNode record, LocalDate today) {
        try {
            return mapping.normalise(record, today);
        } catch (ExpressionFailed gap) {
            Reason reason = Reason.of(gap.rule(), gap.getMessage(), null);
            return new Normalised.Parked(gap.rule(), Findings.HUB, List.of(reason));
        }
    }
}
