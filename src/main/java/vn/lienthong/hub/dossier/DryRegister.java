package vn.lienthong.hub.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.reason.Reason;

/** Judges what is said of a dossier as the register would if it knew nothing else, and keeps nothing. */
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
     * The dossier that would come to be, or why it would not.
     *
     * @param dossier with the events of the last observation alone; null exactly when there are reasons
     * @param status where the dossier would stand
     * @param changed whether the last observation said anything new
     * @param refused whether only the sender can mend it; else it would be parked
     */
    public record Tried(
            @Nullable OutwardDossier dossier,
            @Nullable DossierStatus status,
            boolean changed,
            boolean refused,
            List<Reason> reasons) {}

    public Tried register(Observation seen) {
        return register(List.of(), seen);
    }

    /** As above, after what was said of the same dossier earlier, in that order. */
    public Tried register(List<Observation> earlier, Observation seen) {
        Known known = Known.nothing(DossierIds.of(seen), seen);
        for (Observation before : earlier) {
            Step step = step(known, before);
            known = step.made() == null ? known : step.made().after();
        }
        return tried(step(known, seen), seen);
    }

    /** Either what the observation makes of the dossier, or why nothing. */
    private record Step(@Nullable Revision made, boolean refused, List<Reason> reasons) {}

    private Step step(Known known, Observation seen) {
        RevisionDraft draft = new RevisionDraft(known, seen);
        DossierFacts facts = draft.mergedFacts();
        if (seen.facts() != null && facts != null && DossierRegister.dueBeforeReception(facts)) {
            return new Step(null, true, List.of(Reason.of(Rules.DUE_BEFORE_RECEPTION, "dueAt", null)));
        }
        return switch (placement.place(facts, known, seen)) {
            case Placement.Placed.Nowhere nowhere ->
                new Step(null, false, nowhere.parked().reasons());
            case Placement.Placed.At at -> new Step(draft.applied(facts, at.place(), dueDates), false, List.of());
        };
    }

    private Tried tried(Step step, Observation seen) {
        Revision made = step.made();
        return made == null
                ? new Tried(null, null, false, step.refused(), step.reasons())
                : new Tried(outward(made, seen), made.status(), made.changed(), false, List.of());
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
