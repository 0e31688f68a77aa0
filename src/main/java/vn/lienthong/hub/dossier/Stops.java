package vn.lienthong.hub.dossier;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.deadline.Stop;
import vn.lienthong.hub.dossier.deadline.StopBasis;

/** Gathers from the effective steps of a history, in their order, when the legal clock stood. */
final class Stops {

    private static final Map<DossierStatus, StopBasis> BASES = Map.of(
            DossierStatus.WAIT_SUPPLEMENT, StopBasis.SUPPLEMENT,
            DossierStatus.WAIT_PAYMENT, StopBasis.PAYMENT,
            DossierStatus.WITHDRAW_REQUESTED, StopBasis.WITHDRAWAL);
    private static final Set<DossierStatus> RUNNING = EnumSet.of(DossierStatus.ACCEPTED, DossierStatus.IN_PROGRESS);

    private final List<Stop> past = new ArrayList<>();
    private @Nullable Stop open;

    /** Before reception there is no clock to stop. */
    void step(boolean received, History.Step step) {
        StopBasis basis = BASES.get(step.status());
        if (!received || (open != null && open.basis() == basis)) {
            return;
        }
        // an end that was never told is not invented: such a stop stays without one
        boolean told = basis != null || RUNNING.contains(step.status());
        if (open != null) {
            past.add(told ? open.ended(step.seq(), step.orderAt()) : open);
        }
        open = basis == null ? null : Stop.open(step.seq(), basis, step.orderAt());
    }

    List<Stop> all() {
        List<Stop> all = new ArrayList<>(past);
        if (open != null) {
            all.add(open);
        }
        return List.copyOf(all);
    }
}
