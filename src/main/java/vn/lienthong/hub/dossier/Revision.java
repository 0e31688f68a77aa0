package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierFacts.Alias;

/** What one observation makes of a dossier: the state after it and the events that led there. */
record Revision(
        Known before,
        long version,
        long detailsVersion,
        @Nullable DossierStatus status,
        @Nullable DossierFacts facts,
        Place place,
        @Nullable Instant receivedAt,
        Due due,
        @Nullable DueChange dueChange,
        SideStates states,
        @Nullable Instant receptionDue,
        List<NewEvent> events,
        Map<Integer, Verdict> rejudged,
        List<PastStatus> history,
        List<Alias> newAliases,
        Map<String, SenderView> views) {

    /** Whether the dossier is not what it was. */
    boolean changed() {
        return version > before.version();
    }

    boolean detailsChanged() {
        return detailsVersion > before.detailsVersion();
    }

    /** Whether a neighbour that is kept in step has to be told. */
    boolean concernsNeighbours() {
        return detailsChanged()
                || !rejudged.isEmpty()
                || events.stream()
                        .anyMatch(event -> event.kind() == EventKind.STATUS
                                && event.verdict().effective());
    }

    boolean idle() {
        return events.isEmpty() && before.exists() && views.equals(before.views());
    }

    /** The same, its events marked as bringing an alias that another dossier keeps. */
    Revision withAliasTaken() {
        List<NewEvent> marked = events.stream()
                .map(event -> event.flagged(EventFlag.ALIAS_TAKEN))
                .toList();
        return new Revision(
                before,
                version,
                detailsVersion,
                status,
                facts,
                place,
                receivedAt,
                due,
                dueChange,
                states,
                receptionDue,
                marked,
                rejudged,
                history,
                newAliases,
                views);
    }

    /** The dossier as it stands then. */
    Known after() {
        return new Known(
                before.id(),
                before.code(),
                before.origin(),
                before.authority(),
                status,
                version,
                detailsVersion,
                lastSeq(),
                facts,
                place,
                receivedAt,
                due,
                states,
                views,
                history);
    }

    int lastSeq() {
        return before.lastSeq() + events.size();
    }

    @Nullable
    Hold hold() {
        if (facts == null) {
            return Hold.FACTS_MISSING;
        }
        return due.missing() ? Hold.DUE_DATE_MISSING : null;
    }
}
