package vn.lienthong.hub.intake.submissions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.catalog.SenderSettings;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DryRegister;
import vn.lienthong.hub.dossier.StatusClaim;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.normalise.Normalised;
import vn.lienthong.hub.intake.submissions.Messages.RecordKey;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.reason.Reason;

/** Reads a kept record once more, by the configuration it ended under and by the one in force; changes nothing. */
@Component
public class SecondReadings {

    private final RecordTable records;
    private final RecordReader reader;
    private final DryRegister register;
    private final Senders senders;
    private final SenderSettings settings;
    private final AppliedConfig config;

    SecondReadings(
            RecordTable records,
            RecordReader reader,
            DryRegister register,
            Senders senders,
            SenderSettings settings,
            AppliedConfig config) {
        this.records = records;
        this.reader = reader;
        this.register = register;
        this.senders = senders;
        this.settings = settings;
        this.config = config;
    }

    /**
     * What a record comes to; for a dossier that is known already the register may still decide otherwise.
     *
     * @param reasons of the mapping, and today those of the catalogue too
     */
    public record Reading(
            long configVersion,
            RecordState state,
            @Nullable DossierFacts facts,
            @Nullable StatusClaim status,
            List<Reason> reasons) {}

    /**
     * Both readings.
     *
     * @param mappingChanged whether what is said of the sender differs between the two versions
     */
    public record Both(Reading then, Reading today, boolean mappingChanged) {}

    /** Empty when the sender is not there any more. */
    public Optional<Both> of(UUID receipt, int no, Instant acceptedAt) {
        TakenRecord taken = records.find(new RecordKey(receipt, no, acceptedAt))
                .orElseThrow(() -> new IllegalStateException("No such record is kept"));
        return senders.find(taken.submission().sender()).map(sender -> both(taken, sender));
    }

    private Both both(TakenRecord taken, Sender sender) {
        long then = taken.configVersion();
        long now = config.version();
        boolean changed = !words(sender, then).equals(words(sender, now));
        Reading before = reading(then, taken.state(), reader.read(taken, sender, then));
        return new Both(before, today(taken, sender, now), changed);
    }

    private Optional<JsonNode> words(Sender sender, long version) {
        return config.at(version).map(bundle -> settings.of(bundle, sender.id()));
    }

    private static Reading reading(long version, RecordState placed, Normalised said) {
        return switch (said) {
            case Normalised.Refused refused -> new Reading(version, RecordState.REFUSED, null, null, refused.reasons());
            case Normalised.Parked parked -> new Reading(version, RecordState.PARKED, null, null, parked.reasons());
            case Normalised.Observed seen -> new Reading(version, placed, seen.facts(), seen.status(), List.of());
        };
    }

    /** By the configuration in force. */
    Reading today(TakenRecord taken, Sender sender, long version) {
        Normalised said = reader.read(taken, sender, version);
        if (!(said instanceof Normalised.Observed seen)) {
            return reading(version, RecordState.REGISTERED, said);
        }
        DryRegister.Tried tried = register.register(Registrar.observation(
                taken.submission(), sender, version, taken.key().no(), seen));
        RecordState failed = tried.refused() ? RecordState.REFUSED : RecordState.PARKED;
        RecordState state = tried.reasons().isEmpty() ? RecordState.REGISTERED : failed;
        return new Reading(version, state, seen.facts(), seen.status(), tried.reasons());
    }
}
