package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Procedure;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.WorkingCalendar;

/** The due date of a dossier: the department's, or none needed, or a proposal of ours (delivery.md §4). */
@Component
class DueDates {

    private final Procedures procedures;
    private final WorkingCalendar calendar;

    DueDates(Procedures procedures, WorkingCalendar calendar) {
        this.procedures = procedures;
        this.calendar = calendar;
    }

    Due of(@Nullable DossierFacts facts, boolean received, @Nullable Instant receivedAt, Place place) {
        if (facts == null || !received) {
            return Due.UNKNOWN;
        }
        if (facts.dueAt() != null) {
            return new Due(facts.dueAt(), DueSource.DEPARTMENT, null);
        }
        Optional<Procedure> procedure = procedure(place);
        if (procedure
                .filter(known -> known.limitKnown() && known.limit() == null)
                .isPresent()) {
            return new Due(null, DueSource.NONE_NEEDED, null);
        }
        return new Due(null, DueSource.PROPOSED, proposal(procedure, receivedAt));
    }

    private @Nullable Instant proposal(Optional<Procedure> procedure, @Nullable Instant receivedAt) {
        return receivedAt == null
                ? null
                : procedure
                        .map(Procedure::limit)
                        .map(limit -> calendar.due(receivedAt, limit))
                        .orElse(null);
    }

    private Optional<Procedure> procedure(Place place) {
        String code = place.procedureCode();
        Long version = place.procedureVersion();
        return code == null || version == null ? Optional.empty() : procedures.find(code, version);
    }
}
