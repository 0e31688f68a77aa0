package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier with its status events in seq order, as a neighbour needs it.
 *
 * @param sender the system that works on it: whom to ask for what is missing
 */
public record OutwardDossier(
        UUID id,
        String code,
        String sender,
        @Nullable String procedure,
        @Nullable Long procedureVersion,
        @Nullable String agencyId,
        @Nullable DossierFacts facts,
        @Nullable Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable Hold hold,
        List<OutwardEvent> events) {

    public OutwardDossier {
        events = List.copyOf(events);
    }

    /** The status reached by the effective events up to {@code seq}, in the order of their times. */
    public Optional<DossierStatus> statusAt(int seq) {
        return events.stream()
                .filter(event -> event.seq() <= seq && event.effective())
                .max(Comparator.comparing(OutwardEvent::at).thenComparing(OutwardEvent::seq))
                .map(OutwardEvent::status);
    }

    /** The same dossier as a neighbour knows it that has a code of its own for it. */
    public OutwardDossier under(String otherCode) {
        return new OutwardDossier(
                id, otherCode, sender, procedure, procedureVersion, agencyId, facts, receivedAt, dueAt, hold, events);
    }
}
