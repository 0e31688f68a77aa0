package vn.lienthong.hub.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.agency.Agency;
import vn.lienthong.hub.dossier.DossierView;

/** The agency that received a dossier, as it was then, and the one that answers for it today. */
@Component
class AnsweringAgencies {

    private final Agencies agencies;
    private final Clock clock;

    AnsweringAgencies(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    /** Several resolve a dossier only while nothing decides between the parts of a split agency. */
    record Both(@Nullable Agency receiving, List<Agency> resolving) {}

    Both of(DossierView dossier) {
        String id = dossier.agencyId();
        if (id == null) {
            return new Both(null, List.of());
        }
        Instant received = dossier.receivedAt() == null ? dossier.createdAt() : dossier.receivedAt();
        LocalDate then = LocalDate.ofInstant(received, clock.getZone());
        return new Both(
                agencies.find(id, then).orElse(null),
                agencies.answering(id, dossier.procedureCode(), LocalDate.now(clock)));
    }
}
