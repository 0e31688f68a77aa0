package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierFacts.Alias;
import vn.lienthong.hub.dossier.deadline.Stop;

/** Reads one observation against what is known and drafts what the register shall hold after it. */
final class RevisionDraft {

    private final Known known;
    private final Observation seen;
    private final SnapshotCheck snapshot;
    private final Instant door;
    private final List<Stop> stopsBefore;
    private @Nullable Instant receptionDue;
    private final List<NewEvent> events = new ArrayList<>();
    private final Map<Integer, Verdict> rejudged = new HashMap<>();
    private final List<PastStatus> history = new ArrayList<>();
    private List<Alias> newAliases = List.of();
    private @Nullable DossierFacts facts;
    private History judged;
    private boolean detailsChanged;
    private boolean changed;

    RevisionDraft(Known known, Observation seen) {
        this.known = known;
        this.seen = seen;
        this.snapshot = SnapshotCheck.of(known.views().get(seen.sender()), seen);
        this.door = seen.stamp().at();
        this.facts = known.facts();
        this.judged = History.judge(steps());
        this.stopsBefore = judged.stops();
    }

    /** The facts as they would be; the dossier must find its place by them first. */
    @Nullable
    DossierFacts mergedFacts() {
        DossierFacts news = seen.facts();
        if (news == null || snapshot.tooOld() || snapshot.overtaken() || snapshot.sameFacts()) {
            return known.facts();
        }
        return FactsMerge.merge(known.facts(), news, known.code());
    }

    /** The revision when the sender may write and the dossier found its place. */
    Revision applied(@Nullable DossierFacts merged, Place place, DueDates dueDates) {
        if (snapshot.tooOld()) {
            return recorded(Verdict.OLD_SNAPSHOT, EnumSet.noneOf(EventFlag.class));
        }
        takeFacts(merged);
        takeStatus(place, dueDates);
        if (seen.facts() == null && seen.status() == null) {
            add(EventKind.NOTE, null, List.of());
        }
        Instant received = facts != null && facts.receivedAt() != null ? facts.receivedAt() : judged.acceptedAt();
        Due due = dueDates.of(facts, judged.standing().received(), received, place, judged.stops(), known);
        receptionDue = dueDates.reception(facts, judged, place);
        due.newFlags(known.due()).forEach(this::flagLast);
        DueDates.Clocked now = new DueDates.Clocked(facts, received, judged.stops(), nextSeq() - 1, seen.sender());
        return revision(place, received, due, dueDates.change(known, stopsBefore, due, place, now), viewsAfter());
    }

    private void flagLast(EventFlag flag) {
        if (!events.isEmpty()) {
            events.add(events.removeLast().flagged(flag));
        }
    }

    /** The revision when another system owns the dossier: on record, without effect. */
    Revision contradicted() {
        StatusClaim claim = seen.status();
        boolean onRecord = claim != null
                && known.history().stream().anyMatch(past -> past.sender().equals(seen.sender()) && past.says(claim));
        return onRecord ? unmoved() : recorded(Verdict.CONTRADICTION, EnumSet.of(EventFlag.NOT_AUTHORITATIVE));
    }

    private Revision recorded(Verdict verdict, Set<EventFlag> flags) {
        StatusClaim claim = seen.status();
        if (claim != null) {
            add(claim, verdict, flags);
        } else {
            EventKind kind = seen.facts() == null ? EventKind.NOTE : EventKind.DETAILS;
            events.add(new NewEvent(nextSeq(), kind, null, door, verdict, flagged(flags), null, List.of()));
        }
        changed = false;
        return unmoved();
    }

    private Revision unmoved() {
        return revision(known.place(), known.receivedAt(), known.due(), null, known.views());
    }

    private void takeFacts(@Nullable DossierFacts merged) {
        DossierFacts before = known.facts();
        if (merged == null || merged.equals(before)) {
            return;
        }
        facts = merged;
        detailsChanged = true;
        newAliases = merged.aliases().stream()
                .filter(alias -> !alias.code().equals(known.code()))
                .filter(alias -> before == null || !before.aliases().contains(alias))
                .toList();
        List<String> fields = before == null ? List.of() : FactsMerge.changed(before, merged);
        boolean onlyNote = fields.equals(List.of("note"));
        add(onlyNote ? EventKind.NOTE : EventKind.DETAILS, onlyNote ? merged.note() : null, fields);
    }

    private void takeStatus(Place place, DueDates dueDates) {
        StatusClaim claim = seen.status();
        if (claim == null || snapshot.sameStatus() || repeated(claim)) {
            return;
        }
        List<History.Step> steps = steps();
        HistoryOrder order = HistoryOrder.of(claim.at(), claim.timeSource(), door);
        boolean timed = claim.timeSource() == TimeSource.SOURCE && !order.future();
        steps.add(new History.Step(nextSeq(), claim.status(), order.at(), timed, seen.stamp()));
        judged = History.judge(steps);
        known.history().stream().filter(PastStatus::counts).forEach(this::rejudge);
        Verdict verdict = judged.verdict(nextSeq());
        boolean again =
                verdict.effective() && supplementBefore(claim, order.at()) && dueDates.warnsOfSecondSupplement(place);
        add(claim, verdict, again ? Set.of(EventFlag.SUPPLEMENT_AGAIN) : Set.of());
    }

    private boolean supplementBefore(StatusClaim claim, Instant at) {
        return claim.status() == DossierStatus.WAIT_SUPPLEMENT
                && known.history().stream()
                        .anyMatch(past -> past.counts()
                                && past.verdict().effective()
                                && past.status() == DossierStatus.WAIT_SUPPLEMENT
                                && past.orderAt().isBefore(at));
    }

    private void rejudge(PastStatus past) {
        Verdict now = judged.verdict(past.seq());
        if (now != past.verdict()) {
            rejudged.put(past.seq(), now);
            changed = true;
        }
    }

    private boolean repeated(StatusClaim claim) {
        if (snapshot.snapshot() && !snapshot.overtaken()) {
            return false;
        }
        List<PastStatus> own = known.history().stream()
                .filter(past -> past.counts() && past.sender().equals(seen.sender()))
                .toList();
        return Repetition.of(claim, seen.stamp(), own, snapshot.snapshot());
    }

    private List<History.Step> steps() {
        List<History.Step> steps = new ArrayList<>();
        known.history().stream()
                .filter(PastStatus::counts)
                .map(PastStatus::step)
                .forEach(steps::add);
        return steps;
    }

    private int nextSeq() {
        return known.lastSeq() + events.size() + 1;
    }

    private void add(EventKind kind, @Nullable String note, List<String> fields) {
        events.add(new NewEvent(nextSeq(), kind, null, door, Verdict.VALID, flagged(Set.of()), note, fields));
        changed = true;
    }

    private void add(StatusClaim claim, Verdict verdict, Set<EventFlag> flags) {
        HistoryOrder order = HistoryOrder.of(claim.at(), claim.timeSource(), door);
        Set<EventFlag> all = flagged(flags);
        if (order.future()) {
            all.add(EventFlag.FUTURE);
        }
        NewEvent event =
                new NewEvent(nextSeq(), EventKind.STATUS, claim, order.at(), verdict, all, claim.note(), List.of());
        events.add(event);
        history.add(PastStatus.of(event, claim, seen));
        changed |= verdict.effective();
    }

    private Set<EventFlag> flagged(Set<EventFlag> flags) {
        Set<EventFlag> all = EnumSet.noneOf(EventFlag.class);
        all.addAll(flags);
        if (snapshot.date().future()) {
            all.add(EventFlag.FUTURE);
        }
        return all;
    }

    private Revision revision(
            Place place,
            @Nullable Instant received,
            Due due,
            @Nullable DueChange dueChange,
            Map<String, SenderView> views) {
        return new Revision(
                known,
                // a dossier that exists has a version, even if all it knows is a note
                known.version() + (changed || !known.exists() ? 1 : 0),
                known.detailsVersion() + (detailsChanged ? 1 : 0),
                judged.status(),
                facts,
                place,
                received,
                due,
                dueChange,
                known.states().after(facts, judged.status()),
                receptionDue,
                List.copyOf(events),
                Map.copyOf(rejudged),
                historyAfter(),
                newAliases,
                views);
    }

    private List<PastStatus> historyAfter() {
        Stream<PastStatus> before =
                known.history().stream().map(past -> past.judged(rejudged.getOrDefault(past.seq(), past.verdict())));
        return Stream.concat(before, history.stream()).toList();
    }

    private Map<String, SenderView> viewsAfter() {
        SenderView next = snapshot.next();
        if (next == null) {
            return known.views();
        }
        Map<String, SenderView> views = new TreeMap<>(known.views());
        views.put(seen.sender(), next);
        return views;
    }
}
