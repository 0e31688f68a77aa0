package vn.lienthong.hub.quality.agreement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardDossiers;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.dossier.SyncReport;
import vn.lienthong.hub.dossier.UnplacedRecords;

/** Finds out from the ledger, the history and the records why two sides differ, for a page at a time. */
final class Causes {

    private static final String HUB = "hub";
    private static final String PORTAL = "portal";

    private final Neighbour portal;
    private final SyncReport ledger;
    private final OutwardDossiers histories;
    private final UnplacedRecords records;
    private final Instant late;

    Causes(
            Neighbour portal,
            SyncReport ledger,
            OutwardDossiers histories,
            UnplacedRecords records,
            Instant now,
            Duration lateAfter) {
        this.portal = portal;
        this.ledger = ledger;
        this.histories = histories;
        this.records = records;
        this.late = now.minus(lateAfter);
    }

    /** A finding with its cause; {@code owner} is who must act. */
    record Explained(Finding finding, Cause cause, @Nullable String detail, String owner) {}

    /** Findings in transit after all are left out. */
    List<Explained> explain(List<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        Known known = known(findings);
        List<Explained> explained = new ArrayList<>();
        for (Finding finding : findings) {
            Explained one = explain(finding, known);
            if (one != null) {
                explained.add(one);
            }
        }
        return explained;
    }

    /** What a page's findings are judged by. */
    private record Known(
            Map<UUID, SyncReport.Row> rows,
            Map<UUID, OutwardDossier> histories,
            Map<String, UnplacedRecords.Trace> records) {}

    private Known known(List<Finding> findings) {
        Collection<UUID> ids = findings.stream()
                .map(Finding::here)
                .filter(Objects::nonNull)
                .map(Ours::id)
                .distinct()
                .toList();
        Collection<UUID> changed = findings.stream()
                .filter(finding -> finding.kind() == Kind.STATUS_DIFFERS)
                .map(Finding::here)
                .filter(Objects::nonNull)
                .map(Ours::id)
                .toList();
        Map<String, UnplacedRecords.Trace> traces = new HashMap<>(
                records.of(findings.stream().map(Finding::code).distinct().toList()));
        findings.stream()
                .map(Finding::there)
                .filter(there -> there != null && traces.containsKey(there.row().code()))
                .forEach(there -> traces.put(there.key(), traces.get(there.row().code())));
        return new Known(ledger.of(portal, ids), changed.isEmpty() ? Map.of() : histories.of(changed), traces);
    }

    private @Nullable Explained explain(Finding finding, Known known) {
        if (finding.kind() == Kind.LISTED_TWICE) {
            return new Explained(finding, Cause.KEPT_TWICE, null, finding.against() == Against.PORTAL ? PORTAL : HUB);
        }
        Ours here = finding.here();
        UnplacedRecords.Trace trace = known.records().get(finding.code());
        if (here == null) {
            return onlyThere(finding, trace);
        }
        if (finding.against() == Against.SENDER) {
            return sender(finding, here, trace, known);
        }
        return portal(finding, known.rows().get(here.id()), here, known);
    }

    private static @Nullable Explained onlyThere(Finding finding, UnplacedRecords.@Nullable Trace trace) {
        if (trace == null) {
            return new Explained(finding, Cause.NEVER_ARRIVED, null, HUB);
        }
        return trace.state().equals("IN_FLIGHT") ? null : unplaced(finding, trace);
    }

    private static Explained unplaced(Finding finding, UnplacedRecords.Trace trace) {
        boolean parked = trace.state().equals("PARKED");
        String owner = trace.owner();
        return new Explained(
                finding,
                parked ? Cause.PARKED_HERE : Cause.REFUSED_HERE,
                trace.cause(),
                parked ? Objects.requireNonNullElse(owner, HUB) : trace.sender());
    }

    private static @Nullable Explained sender(
            Finding finding, Ours here, UnplacedRecords.@Nullable Trace trace, Known known) {
        if (finding.kind() == Kind.ONLY_HERE) {
            return new Explained(finding, Cause.UNKNOWN_TO_SENDER, null, here.sender());
        }
        if (trace != null) {
            return trace.state().equals("IN_FLIGHT") ? null : unplaced(finding, trace);
        }
        boolean behind = finding.kind() == Kind.STATUS_DIFFERS
                && passed(finding, known.histories().get(here.id()));
        return new Explained(finding, behind ? Cause.SENDER_BEHIND : Cause.NOT_TOLD, null, here.sender());
    }

    private Explained portal(Finding finding, SyncReport.@Nullable Row row, Ours here, Known known) {
        if (row == null) {
            return new Explained(finding, Cause.NEVER_SENT, "no ledger row", HUB);
        }
        boolean owes =
                row.standing().ackedSeq() < row.lastSeq() || !row.standing().knownThere();
        return switch (row.state()) {
            case "BLOCKED" -> new Explained(finding, Cause.BLOCKED, row.cause(), asked(row.cause(), here.sender()));
            case "QUEUED", "SENDING" -> new Explained(finding, waiting(row), row.cause(), HUB);
            default ->
                row.nextAttemptAt() != null
                        ? new Explained(finding, waiting(row), row.cause(), HUB)
                        : atRest(finding, row, owes, known.histories().get(here.id()));
        };
    }

    private Cause waiting(SyncReport.Row row) {
        return row.queuedAt().isBefore(late) ? Cause.LATE : Cause.IN_FLIGHT;
    }

    /** The ledger owes nothing more: either it never had to, or the portal shows other than it acknowledged. */
    private static Explained atRest(
            Finding finding, SyncReport.Row row, boolean owes, @Nullable OutwardDossier history) {
        if (owes) {
            return new Explained(finding, Cause.NEVER_SENT, row.cause(), HUB);
        }
        boolean lost = finding.kind() == Kind.ONLY_HERE
                || finding.kind() == Kind.STATUS_DIFFERS && passed(finding, history)
                || finding.kind() == Kind.FILE_MISSING;
        return lost
                ? new Explained(finding, Cause.ACKNOWLEDGED_NOT_THERE, row.cause(), HUB)
                : new Explained(finding, Cause.CHANGED_THERE, row.cause(), PORTAL);
    }

    /** Whether the other side shows a status that the dossier had before the one it has now. */
    private static boolean passed(Finding finding, @Nullable OutwardDossier history) {
        return history != null
                && history.events().stream()
                        .filter(OutwardEvent::effective)
                        .anyMatch(
                                event -> Integer.toString(event.status().code()).equals(finding.theirs()));
    }

    private static String asked(@Nullable String cause, String sender) {
        return cause != null && cause.contains("ask " + sender) ? sender : HUB;
    }
}
