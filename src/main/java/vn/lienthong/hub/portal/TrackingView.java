package vn.lienthong.hub.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.EventKind;
import vn.lienthong.hub.dossier.EventView;
import vn.lienthong.hub.platform.time.VietnamTime;
import vn.lienthong.trust.Masks;

/** Renders what anybody holding a dossier's code may see: no id, no phone, no address, the name masked. */
@Component
class TrackingView {

    private final Dossiers dossiers;
    private final Agencies agencies;
    private final Procedures procedures;
    private final ObjectMapper json;

    TrackingView(Dossiers dossiers, Agencies agencies, Procedures procedures, ObjectMapper json) {
        this.dossiers = dossiers;
        this.agencies = agencies;
        this.procedures = procedures;
        this.json = json;
    }

    /** A rendered view and the version of the dossier it shows. */
    record Rendered(String code, long version, String json) {}

    Rendered of(DossierView dossier) {
        return new Rendered(dossier.code(), dossier.version(), json.writeValueAsString(page(dossier)));
    }

    Page page(DossierView dossier) {
        DossierFacts facts = dossier.facts();
        return new Page(
                dossier.code(),
                procedure(dossier),
                agency(dossier),
                facts == null || facts.applicant() == null
                        ? null
                        : Masks.name(facts.applicant().name()),
                Named.of(dossier.status()),
                local(facts == null ? null : facts.submittedAt()),
                local(dossier.receivedAt()),
                local(dossier.dueAt()),
                local(facts == null ? null : facts.finishedAt()),
                steps(dossier),
                dossier.version());
    }

    private List<Step> steps(DossierView dossier) {
        return dossiers.events(dossier.id()).stream()
                .filter(e -> e.kind() == EventKind.STATUS && e.verdict().effective())
                .sorted(Comparator.comparing(EventView::orderAt).thenComparing(EventView::seq))
                .map(e -> new Step(Named.of(e.status()), local(e.orderAt())))
                .toList();
    }

    private @Nullable Procedure procedure(DossierView dossier) {
        String code = dossier.procedureCode();
        return code == null
                ? null
                : new Procedure(
                        code,
                        procedures
                                .resolve(code, day(dossier))
                                .map(p -> p.name())
                                .orElse(null));
    }

    private @Nullable String agency(DossierView dossier) {
        return dossier.agencyId() == null
                ? null
                : agencies.find(dossier.agencyId(), day(dossier))
                        .map(a -> a.name())
                        .orElse(null);
    }

    private static LocalDate day(DossierView dossier) {
        Instant at = dossier.receivedAt() == null ? dossier.createdAt() : dossier.receivedAt();
        return at.atOffset(VietnamTime.OFFSET).toLocalDate();
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant at) {
        return at == null ? null : at.atOffset(VietnamTime.OFFSET);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            String code,
            @Nullable Procedure procedure,
            @Nullable String agency,
            @Nullable String applicant,
            @Nullable Named status,
            @Nullable OffsetDateTime submittedAt,
            @Nullable OffsetDateTime receivedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime finishedAt,
            List<Step> steps,
            long version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Procedure(String code, @Nullable String name) {}

    record Step(@Nullable Named status, @Nullable OffsetDateTime at) {}

    record Named(int code, String name) {

        static @Nullable Named of(@Nullable DossierStatus status) {
            return status == null ? null : new Named(status.code(), status.vietnamese());
        }
    }
}
