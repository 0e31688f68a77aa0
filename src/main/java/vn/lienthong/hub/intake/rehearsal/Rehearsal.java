package vn.lienthong.hub.intake.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.lienthong.hub.catalog.sender.Contract;
import vn.lienthong.hub.dossier.DryRegister;
import vn.lienthong.hub.dossier.Hold;
import vn.lienthong.hub.dossier.Observation;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardPreview;
import vn.lienthong.hub.intake.decode.RefusedException;
import vn.lienthong.hub.intake.normalise.Normalised;
import vn.lienthong.hub.intake.normalise.Samples;
import vn.lienthong.hub.intake.rehearsal.Report.Missing;
import vn.lienthong.hub.intake.rehearsal.Report.One;
import vn.lienthong.hub.intake.rehearsal.Report.Outcome;
import vn.lienthong.hub.intake.rehearsal.Report.Told;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.time.HybridClock;

/** Takes a sample the whole way a push takes, up to the two doors where it would be kept and sent. */
@Component
class Rehearsal {

    private static final String CORRELATION = "dry-run";

    private final Samples samples;
    private final DryRegister register;
    private final ObjectProvider<OutwardPreview> neighbours;
    private final AppliedConfig config;
    private final HybridClock stamps;
    private final Clock clock;
    private final JsonMapper json;
    private final String province;

    Rehearsal(
            Samples samples,
            DryRegister register,
            ObjectProvider<OutwardPreview> neighbours,
            AppliedConfig config,
            HybridClock stamps,
            Clock clock,
            JsonMapper json,
            @Value("${lienthong.province:son-la}") String province) {
        this.samples = samples;
        this.register = register;
        this.neighbours = neighbours;
        this.config = config;
        this.stamps = stamps;
        this.clock = clock;
        this.json = json;
        this.province = province;
    }

    /** The same as {@code sender}'s pushes would come to, by the words given. */
    Report play(String sender, TriedMapping tried, byte[] sample, @Nullable String type, Locale language) {
        Places places = PlacesReader.read(tried.settings(), tried.layers());
        Pointer pointer = new Pointer(places, tried.config(), province, language);
        try {
            List<Samples.Said> said = samples.read(sender, tried.settings(), sample, type);
            List<One> records = new ArrayList<>();
            for (Samples.Said one : said) {
                records.add(one(sender, one, records.size() + 1, places, pointer));
            }
            return new Report(sender, tried.shown(), List.of(), records);
        } catch (RefusedException unreadable) {
            return new Report(sender, tried.shown(), pointer.point(unreadable.reasons()), List.of());
        }
    }

    private One one(String sender, Samples.Said said, int no, Places places, Pointer pointer) {
        return switch (said.normalised()) {
            case Normalised.Refused refused -> wrong(no, Outcome.REFUSED, said, refused.reasons(), places, pointer);
            case Normalised.Parked parked -> parked(no, said, parked, places, pointer);
            case Normalised.Observed seen -> observed(sender, said, no, seen, places, pointer);
        };
    }

    /** A dossier that breaks the schema is a violation of ours, everything else that parks is a code without a meaning. */
    private One parked(int no, Samples.Said said, Normalised.Parked parked, Places places, Pointer pointer) {
        return said.gaps().isEmpty()
                ? wrong(no, Outcome.PARKED, said, parked.reasons(), places, pointer)
                : wrong(no, Outcome.PARKED, said, List.of(), places, pointer);
    }

    private One wrong(
            int no, Outcome outcome, Samples.Said said, List<Reason> violations, Places places, Pointer pointer) {
        return new One(
                no,
                outcome,
                null,
                null,
                List.of(),
                pointer.point(said.gaps()),
                pointer.point(violations),
                List.of(),
                Coverage.of(said.record(), JsonNodeFactory.instance.objectNode(), places));
    }

    private One observed(
            String sender, Samples.Said said, int no, Normalised.Observed seen, Places places, Pointer pointer) {
        DryRegister.Tried tried = register.register(observation(sender, no, seen));
        JsonNode facts = seen.facts() == null ? JsonNodeFactory.instance.objectNode() : json.valueToTree(seen.facts());
        return new One(
                no,
                outcome(tried),
                seen.facts(),
                seen.status(),
                tried.dossier() == null ? List.of() : told(tried.dossier(), pointer),
                pointer.point(tried.reasons()),
                List.of(),
                seen.doubts(),
                Coverage.of(said.record(), facts, places));
    }

    private static Outcome outcome(DryRegister.Tried tried) {
        if (tried.dossier() != null) {
            return Outcome.REGISTERED;
        }
        return tried.refused() ? Outcome.REFUSED : Outcome.PARKED;
    }

    private List<Told> told(OutwardDossier dossier, Pointer pointer) {
        Hold hold = dossier.hold();
        return neighbours
                .orderedStream()
                .map(neighbour -> neighbour.of(dossier))
                .map(preview -> new Told(
                        preview.neighbour(),
                        preview.record(),
                        preview.steps(),
                        hold == null ? null : hold.cause(),
                        preview.missing().stream()
                                .map(place -> new Missing(
                                        place.substring(place.lastIndexOf('/') + 1),
                                        pointer.line(preview.settings(), place)))
                                .toList()))
                .toList();
    }

    private Observation observation(String sender, int no, Normalised.Observed seen) {
        Instant now = clock.instant();
        return new Observation(
                sender,
                Contract.EVENTS,
                new UUID(0, 0),
                no,
                seen.code(),
                seen.facts(),
                seen.status(),
                stamps.next(),
                now,
                seen.snapshotAt(),
                config.version(),
                CORRELATION,
                seen.doubts());
    }
}
