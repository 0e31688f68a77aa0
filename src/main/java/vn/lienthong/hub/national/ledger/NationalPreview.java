package vn.lienthong.hub.national.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.dossier.OutwardPreview;
import vn.lienthong.hub.national.payload.Catalogue;
import vn.lienthong.hub.national.payload.HoSo;
import vn.lienthong.hub.national.payload.NotSendable;
import vn.lienthong.hub.national.payload.Served;
import vn.lienthong.hub.national.payload.TienDo;

/** What the national portal would be told of a tried dossier: {@code HoSo} and {@code TienDo}, masked. */
@Component
class NationalPreview implements OutwardPreview {

    private static final String SETTINGS = "national.yaml";

    private final Neighbour portal;
    private final HoSo records;
    private final TienDo steps;
    private final Catalogue catalogue;

    NationalPreview(Neighbour nationalPortal, HoSo records, TienDo steps, Catalogue catalogue) {
        this.portal = nationalPortal;
        this.records = records;
        this.steps = steps;
        this.catalogue = catalogue;
    }

    @Override
    public Preview of(OutwardDossier tried) {
        Served served = catalogue.serves(tried);
        Optional<DossierStatus> status = tried.statusAt(Integer.MAX_VALUE);
        if (tried.hold() != null || status.isEmpty()) {
            return preview(null, tried, served, besides(tried, served, status.orElse(null)));
        }
        try {
            return preview(
                    MaskedWire.of(records.leaving(records.of(tried, served, status.get()), tried)),
                    tried,
                    served,
                    List.of());
        } catch (NotSendable missing) {
            return preview(null, tried, served, missing.fields());
        }
    }

    /** What the portal would miss of a dossier that the register holds. */
    private List<String> besides(OutwardDossier tried, Served served, @Nullable DossierStatus status) {
        return tried.facts() == null ? List.of() : records.lacking(tried, served, status);
    }

    private Preview preview(@Nullable JsonNode record, OutwardDossier tried, Served served, List<String> missing) {
        List<JsonNode> told = tried.events().stream()
                .filter(OutwardEvent::effective)
                .map(event -> MaskedWire.of(steps.of(tried.code(), event, served.agencyName())))
                .toList();
        List<String> asked = missing.stream().map(field -> "/required/" + field).toList();
        return new Preview(portal.name(), record, told, asked, SETTINGS);
    }
}
