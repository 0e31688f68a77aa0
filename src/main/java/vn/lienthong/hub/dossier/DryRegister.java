package vn.lienthong.hub.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.reason.Reason;

/** Judges an observation as the register would if it knew nothing yet, and keeps nothing. */
@Component
public class DryRegister {

    private final Placement placement;
    private final DueDates dueDates;
    private final Clock clock;

    DryRegister(Placement placement, DueDates dueDates, Clock clock) {
        this.placement = placement;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    /**
     * The dossier that would come to be, or why it has no place.
     *
     * @param dossier null exactly when there are reasons
     */
    public record Tried(@Nullable OutwardDossier dossier, List<Reason> reasons) {}

    public Tried register(Observation seen) {
        Known nothing = Known.nothing(DossierIds.of(seen), seen);
        RevisionDraft draft = new RevisionDraft(nothing, seen);
        DossierFacts facts = draft.mergedFacts();
        return switch (placement.place(facts, nothing, seen)) {
            case Placement.Placed.Nowhere nowhere ->
                new Tried(null, nowhere.parked().reasons());
            case Placement.Placed.At at ->
                new Tried(outward(draft.applied(facts, at.place(), dueDates), seen), List.of());
        };
    }

    private OutwardDossier outward(Revision made, Observation seen) {
        Instant now = clock.instant();
        List<OutwardEvent> events = made.events().stream()
                .filter(event -> event.claim() != null)
                .map(event -> event(event, seen, now))
                .toList();
        return new OutwardDossier(
                made.before().id(),
                seen.code(),
                seen.sender(),
                made.place().procedureCode(),
                made.place().procedureVersion(),
                made.place().agencyId(),
                made.facts(),
                made.receivedAt(),
                made.due().at(),
                made.hold(),
                events);
    }

    private static OutwardEvent event(NewEvent event, Observation seen, Instant now) {
        StatusClaim claim = Objects.requireNonNull(event.claim());
        return new OutwardEvent(
                event.seq(),
                claim.status(),
                event.verdict(),
                event.orderAt(),
                now,
                claim.officer(),
                claim.officerTitle(),
                claim.unit(),
                claim.note(),
                seen.correlationId());
    }
}
