package vn.lienthong.hub.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.dossier.Authorities;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.EventView;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * Finds the one system for a dossier and makes messages of what its applicant did. A dossier keeps its system when the
 * routes change; one without a route waits, as a gap of ours, until a configuration has one.
 */
@Component
class DispatchPlanner {

    private static final int PAGE = 100;
    private static final String NO_ROUTE = "no-route";
    private static final String NO_DETAILS = "no-details";

    private final Handovers handovers;
    private final Dispatches dispatches;
    private final Dossiers dossiers;
    private final Authorities authorities;
    private final DispatchRoutes routes;
    private final TransactionTemplate transaction;
    private volatile long triedWith = -1;

    DispatchPlanner(
            Handovers handovers,
            Dispatches dispatches,
            Dossiers dossiers,
            Authorities authorities,
            DispatchRoutes routes,
            TransactionTemplate transaction) {
        this.handovers = handovers;
        this.dispatches = dispatches;
        this.dossiers = dossiers;
        this.authorities = authorities;
        this.routes = routes;
        this.transaction = transaction;
    }

    /** How many dossiers it looked at. */
    int plan() {
        long version = routes.version();
        if (triedWith != version) {
            handovers.tryAgain();
            triedWith = version;
        }
        List<UUID> page = handovers.unplanned(PAGE);
        page.forEach(dossier -> transaction.executeWithoutResult(status -> plan(dossier)));
        return page.size();
    }

    /** The dossier first, as the register locks them, then what is known of its way. */
    private void plan(UUID dossier) {
        authorities.lock(dossier);
        handovers.lock(dossier).ifPresent(this::plan);
    }

    private void plan(Handovers.Open open) {
        DossierView dossier = dossiers.byIds(List.of(open.dossierId())).getFirst();
        if (open.system() != null) {
            tell(open, open.system());
            return;
        }
        Optional<Route> route = route(dossier);
        if (route.isEmpty()) {
            handovers.planned(open.dossierId(), open.seenSeq(), gap(dossier));
            return;
        }
        handOver(open, route.get().to());
    }

    /** In the caller's transaction: from now on the system keeps the dossier. */
    private void handOver(Handovers.Open open, String system) {
        authorities.give(open.dossierId(), system);
        handovers.routed(open.dossierId(), system);
        tell(open, system);
    }

    private void tell(Handovers.Open open, String system) {
        if (open.plannedSeq() == 0) {
            dispatches.owe(open, system, Kind.NEW, open.seenSeq());
        } else {
            kinds(open).forEach(kind -> dispatches.owe(open, system, kind, open.seenSeq()));
        }
        handovers.planned(open.dossierId(), open.seenSeq(), null);
    }

    private Set<Kind> kinds(Handovers.Open open) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        dossiers.events(open.dossierId()).stream()
                .filter(event -> event.seq() > open.plannedSeq() && event.seq() <= open.seenSeq())
                .filter(event -> event.verdict().effective())
                .forEach(event -> kinds.addAll(kinds(event)));
        return kinds;
    }

    private static Set<Kind> kinds(EventView event) {
        if (event.status() == DossierStatus.WITHDRAW_REQUESTED) {
            return EnumSet.of(Kind.WITHDRAWAL);
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (event.fields().contains("fees")) {
            kinds.add(Kind.PAYMENT);
        }
        if (event.fields().stream().anyMatch(field -> !field.equals("fees"))) {
            kinds.add(Kind.SUPPLEMENT);
        }
        return kinds;
    }

    private Optional<Route> route(DossierView dossier) {
        String procedure = dossier.procedureCode();
        return procedure == null || dossier.facts() == null
                ? Optional.empty()
                : routes.table().find(procedure, dossier.procedureVersion(), dossier.agencyId(), day(dossier));
    }

    private static LocalDate day(DossierView dossier) {
        @Nullable
        Instant filed = dossier.facts() == null ? null : dossier.facts().submittedAt();
        return LocalDate.ofInstant(filed == null ? dossier.createdAt() : filed, VietnamTime.ZONE);
    }

    private static String gap(DossierView dossier) {
        return dossier.procedureCode() == null
                ? NO_DETAILS
                : NO_ROUTE + " " + dossier.procedureCode() + " on " + day(dossier);
    }
}
