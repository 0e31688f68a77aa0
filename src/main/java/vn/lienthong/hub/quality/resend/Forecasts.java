package vn.lienthong.hub.quality.resend;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.NeighbourView;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardDossiers;
import vn.lienthong.hub.dossier.OutwardPreview;
import vn.lienthong.hub.dossier.Standing;
import vn.lienthong.hub.dossier.SyncReport;

/** Says what would become of dossiers if they were told the portal again now. */
@Component
class Forecasts {

    private final SyncReport ledger;
    private final OutwardDossiers dossiers;
    private final List<OutwardPreview> previews;
    private final NeighbourView portal;

    Forecasts(SyncReport ledger, OutwardDossiers dossiers, List<OutwardPreview> previews, NeighbourView portal) {
        this.ledger = ledger;
        this.dossiers = dossiers;
        this.previews = previews;
        this.portal = portal;
    }

    /** By dossier; items without one are left out. */
    Map<UUID, Forecast> of(Collection<Item> items, boolean includeConfirmed) {
        List<UUID> ids =
                items.stream().map(Item::dossierId).filter(Objects::nonNull).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, SyncReport.Row> rows = ledger.of(portal.neighbour(), ids);
        Map<UUID, OutwardDossier> known = dossiers.of(ids);
        Map<UUID, Forecast> forecasts = new HashMap<>();
        for (Item item : items) {
            UUID id = item.dossierId();
            if (id != null) {
                forecasts.put(id, of(item, known.get(id), rows.get(id), includeConfirmed));
            }
        }
        return forecasts;
    }

    private Forecast of(
            Item item, @Nullable OutwardDossier dossier, SyncReport.@Nullable Row row, boolean includeConfirmed) {
        if (dossier == null || dossier.statusAt(Integer.MAX_VALUE).isEmpty()) {
            return Forecast.nothing("no status to tell yet");
        }
        if (row != null && row.lastSeq() > item.frozenSeq() && !row.state().equals("BLOCKED")) {
            return Forecast.overtaken(row.lastSeq());
        }
        if (row != null && !row.state().equals("IDLE") && !row.state().equals("BLOCKED")) {
            return Forecast.nothing("waits or is being sent already");
        }
        String lacking = lacking(dossier);
        if (!lacking.isEmpty()) {
            return Forecast.fail("lacks " + lacking + ", ask " + dossier.sender());
        }
        return row == null
                ? Forecast.pass("was never told")
                : standing(row.standing(), row.lastSeq(), includeConfirmed);
    }

    private static Forecast standing(Standing there, int lastSeq, boolean includeConfirmed) {
        boolean confirmed = there.knownThere()
                && there.ackedSeq() >= lastSeq
                && there.confirmedSeq() >= lastSeq
                && there.confirmedDetailsSeq() >= there.ackedDetailsSeq();
        if (!confirmed) {
            return Forecast.pass("the portal is asked first, and told what it lacks");
        }
        return includeConfirmed
                ? Forecast.pass("the portal said it has it; it is asked again")
                : Forecast.nothing("the portal itself said that it has everything");
    }

    private String lacking(OutwardDossier dossier) {
        if (dossier.hold() != null) {
            return dossier.hold().name();
        }
        return previews.stream()
                .map(preview -> preview.of(dossier))
                .filter(preview -> preview.neighbour().equals(portal.neighbour().name()))
                .flatMap(preview -> preview.missing().stream())
                .map(field -> field.substring(field.lastIndexOf('/') + 1))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
