package vn.lienthong.hub.national.agreement;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.NeighbourView;
import vn.lienthong.hub.national.sync.Workers;

/** The national portal as {@code TraCuuHoSo} shows it; while its breaker is open nothing is asked. */
@Component
class PortalView implements NeighbourView {

    private final Neighbour portal;
    private final Workers workers;

    PortalView(Neighbour nationalPortal, Workers workers) {
        this.portal = nationalPortal;
        this.workers = workers;
    }

    @Override
    public Neighbour neighbour() {
        return portal;
    }

    @Override
    public Map<UUID, Sight> look(List<UUID> dossiers) {
        return dossiers.isEmpty() ? Map.of() : workers.look(dossiers);
    }
}
