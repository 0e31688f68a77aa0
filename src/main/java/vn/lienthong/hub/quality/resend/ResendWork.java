package vn.lienthong.hub.quality.resend;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.Lane;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.NeighbourView;
import vn.lienthong.hub.dossier.SyncReport;
import vn.lienthong.hub.dossier.SyncResend;

/** Tells the portal dossiers again, in the ledger's bulk lane. */
@Component
class ResendWork implements Work {

    private final Forecasts forecasts;
    private final SyncResend resend;
    private final SyncReport ledger;
    private final Neighbour portal;

    ResendWork(Forecasts forecasts, SyncResend resend, SyncReport ledger, NeighbourView portal) {
        this.forecasts = forecasts;
        this.resend = resend;
        this.ledger = ledger;
        this.portal = portal.neighbour();
    }

    @Override
    public PlanKind kind() {
        return PlanKind.RESEND;
    }

    @Override
    public Map<Integer, Forecast> forecasts(Plan plan, Collection<Item> items) {
        Map<UUID, Forecast> seen = forecasts.of(items, plan.includeConfirmed());
        return items.stream().collect(Collectors.toMap(Item::no, item -> of(seen, item.dossierId())));
    }

    private static Forecast of(Map<UUID, Forecast> seen, @Nullable UUID id) {
        Forecast forecast = id == null ? null : seen.get(id);
        return forecast == null ? Forecast.fail("unknown code") : forecast;
    }

    @Override
    public Set<Integer> begin(List<Item> passing) {
        List<UUID> ids = ids(passing);
        Set<UUID> begun = new HashSet<>(resend.begin(portal, ids, Lane.BULK));
        begun.addAll(resend.fromTheStart(
                portal, ids.stream().filter(id -> !begun.contains(id)).toList(), Lane.BULK));
        return passing.stream()
                .filter(item -> begun.contains(item.dossierId()))
                .map(Item::no)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<Integer, Ending> endings(List<Item> begun) {
        Map<UUID, SyncReport.Row> rows = ledger.of(portal, ids(begun));
        Map<Integer, Ending> endings = new HashMap<>();
        for (Item item : begun) {
            SyncReport.Row row = rows.get(Objects.requireNonNull(item.dossierId()));
            if (row == null) {
                endings.put(item.no(), new Ending("FAILED", "gone from the ledger"));
            } else if (row.state().equals("BLOCKED")) {
                endings.put(item.no(), new Ending("FAILED", row.cause()));
            } else if (acknowledged(item, row)) {
                endings.put(item.no(), new Ending("ACKNOWLEDGED", null));
            }
        }
        return endings;
    }

    private static boolean acknowledged(Item item, SyncReport.Row row) {
        return row.state().equals("IDLE")
                && row.nextAttemptAt() == null
                && !row.standing().uncertain()
                && row.standing().ackedSeq() >= item.frozenSeq();
    }

    private static List<UUID> ids(List<Item> items) {
        return items.stream().map(Item::dossierId).filter(Objects::nonNull).toList();
    }
}
