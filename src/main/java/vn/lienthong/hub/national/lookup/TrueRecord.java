package vn.lienthong.hub.national.lookup;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardDossiers;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.national.payload.Catalogue;
import vn.lienthong.hub.national.payload.NationalTime;
import vn.lienthong.hub.national.payload.Served;
import vn.lienthong.hub.national.payload.TienDo;
import vn.lienthong.hub.national.payload.TrueStatus;

/** A dossier as {@code TraCuuHoSo} tells it: the status and the steps that were registered with effect, no others. */
@Component
class TrueRecord {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Comparator<OutwardEvent> BY_TIME =
            Comparator.comparing(OutwardEvent::at).thenComparing(OutwardEvent::seq);

    private final OutwardDossiers dossiers;
    private final Catalogue catalogue;
    private final TienDo steps;

    TrueRecord(OutwardDossiers dossiers, Catalogue catalogue, TienDo steps) {
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.steps = steps;
    }

    ObjectNode of(DossierView view) {
        OutwardDossier dossier =
                Objects.requireNonNull(dossiers.of(List.of(view.id())).get(view.id()));
        Served served = catalogue.serves(dossier);
        ObjectNode told = JSON.createObjectNode().put("MaHoSo", dossier.code());
        told.put("MaTTHC", text(dossier.procedure()));
        told.put(
                "TenTTHC",
                served.procedure() == null ? "" : text(served.procedure().name()));
        told.put("DonViXuLy", text(served.agencyName()));
        told.put("NgayTiepNhan", NationalTime.text(dossier.receivedAt()));
        told.put("NgayHenTra", NationalTime.text(dossier.dueAt()));
        told.put(
                "TrangThaiHoSo",
                dossier.statusAt(Integer.MAX_VALUE).map(TrueStatus::wire).orElse(""));
        addSteps(told.putArray("TienDo"), dossier, served);
        return told;
    }

    private void addSteps(ArrayNode told, OutwardDossier dossier, Served served) {
        dossier.events().stream()
                .filter(OutwardEvent::effective)
                .sorted(BY_TIME)
                .map(event ->
                        steps.of(dossier.code(), event, served.agencyName()).without("MaHoSo"))
                .forEach(told::add);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
