package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.WorkingCalendar;
import vn.lienthong.hub.catalog.calendar.TimeLimit;
import vn.lienthong.hub.catalog.procedure.Channel;
import vn.lienthong.hub.catalog.procedure.Procedure;
import vn.lienthong.hub.dossier.deadline.Adjustment;
import vn.lienthong.hub.dossier.deadline.ClockRule;
import vn.lienthong.hub.dossier.deadline.Deadline;
import vn.lienthong.hub.dossier.deadline.LegalClock;
import vn.lienthong.hub.dossier.deadline.Stop;
import vn.lienthong.hub.dossier.deadline.StopBasis;

/** The due date of a dossier: the department's, or ours where we decide, or a proposal of ours (delivery.md §4). */
@Component
class DueDates {

    private static final String DECIDES = "dueBy";
    private static final String HUB = "hub";

    private final Procedures procedures;
    private final WorkingCalendar calendar;
    private final Senders senders;

    DueDates(Procedures procedures, WorkingCalendar calendar, Senders senders) {
        this.procedures = procedures;
        this.calendar = calendar;
        this.senders = senders;
    }

    /** The due date after these stops; {@code known} keeps what was frozen at reception. */
    Due of(
            @Nullable DossierFacts facts,
            boolean received,
            @Nullable Instant receivedAt,
            Place place,
            List<Stop> stops,
            Known known) {
        if (facts == null || !received) {
            return Due.UNKNOWN;
        }
        Due.Computed computed = computed(facts, receivedAt, place, stops, known);
        Instant stated = facts.dueAt();
        if (stated != null) {
            Instant first = known.due().original();
            return new Due(stated, DueSource.DEPARTMENT, null, first == null ? stated : first, computed);
        }
        if (procedure(place)
                .filter(found -> found.limitKnown() && found.limit() == null)
                .isPresent()) {
            return new Due(null, DueSource.NONE_NEEDED, null, null, null);
        }
        if (computed != null && hubDecides(known.authority())) {
            return new Due(computed.current(), DueSource.HUB, null, computed.original(), computed);
        }
        return new Due(null, DueSource.PROPOSED, computed == null ? null : computed.current(), null, computed);
    }

    private boolean hubDecides(String sender) {
        return senders.find(sender)
                .map(known -> known.settings().path(DECIDES).asString())
                .filter(HUB::equals)
                .isPresent();
    }

    /** Until when an online dossier must be accepted or answered; null for one that came otherwise. */
    @Nullable
    Instant reception(@Nullable DossierFacts facts, History history, Place place) {
        Instant told = facts != null && facts.channel() == DossierFacts.Channel.ONLINE ? facts.submittedAt() : null;
        Instant filed = told == null ? history.filedAt() : told;
        return filed == null ? null : clock(place).reception(filed, history.paidAt());
    }

    /** What must be written to the clock's tables; null when nothing. */
    @Nullable
    DueChange change(Known known, List<Stop> stopsBefore, Due due, Place place, Clocked now) {
        Optional<ClockRule> rule = rule(place, now.facts());
        List<Adjustment> adjustments = new ArrayList<>(adjustments(due, place, rule, now.receivedAt(), now.stops()));
        adjustments.removeAll(adjustments(
                known.due(), known.place(), rule(known.place(), known.facts()), known.receivedAt(), stopsBefore));
        Instant before = known.due().at();
        Instant after = due.at();
        if (before != null && after != null && !before.equals(after) && due.source() == DueSource.DEPARTMENT) {
            adjustments.add(Adjustment.stated(now.seq(), before, after, now.sender()));
        }
        ended(known, now).ifPresent(adjustments::add);
        return adjustments.isEmpty() && stopsBefore.equals(now.stops())
                ? null
                : new DueChange(counted(rule, now.stops()), adjustments);
    }

    /** The end of the work is said anew: what was said first must not get lost. */
    private static Optional<Adjustment> ended(Known known, Clocked now) {
        Instant before = known.facts() == null ? null : known.facts().finishedAt();
        Instant after = now.facts() == null ? null : now.facts().finishedAt();
        return before == null || after == null || before.equals(after)
                ? Optional.empty()
                : Optional.of(Adjustment.finished(now.seq(), before, after, now.sender()));
    }

    /** Where the clock stands after an observation. */
    record Clocked(
            @Nullable DossierFacts facts, @Nullable Instant receivedAt, List<Stop> stops, int seq, String sender) {}

    private static List<DueChange.Counted> counted(Optional<ClockRule> rule, List<Stop> stops) {
        return stops.stream()
                .map(stop -> new DueChange.Counted(
                        stop, rule.map(known -> known.counts(stop.basis())).orElse(stop.basis() != StopBasis.PAYMENT)))
                .toList();
    }

    private List<Adjustment> adjustments(
            Due due, Place place, Optional<ClockRule> rule, @Nullable Instant receivedAt, List<Stop> stops) {
        Due.Computed computed = due.computed();
        if (computed == null || receivedAt == null || stops.isEmpty()) {
            return List.of();
        }
        return rule.map(by -> clock(place).after(receivedAt, computed.original(), by, stops))
                .map(Deadline::adjustments)
                .orElse(List.of());
    }

    private Due.@Nullable Computed computed(
            DossierFacts facts, @Nullable Instant receivedAt, Place place, List<Stop> stops, Known known) {
        Long version = place.procedureVersion();
        ClockRule rule = rule(place, facts).orElse(null);
        if (rule == null || receivedAt == null || version == null) {
            return null;
        }
        LegalClock clock = clock(place);
        Due.Computed frozen = known.due().computed();
        boolean keep = frozen != null && receivedAt.equals(known.receivedAt()) && frozen.ruleVersion() == version;
        Instant original = keep && frozen != null ? frozen.original() : clock.original(receivedAt, rule);
        Deadline deadline = clock.after(receivedAt, original, rule, stops);
        return new Due.Computed(original, deadline.current(), version, deadline.provisional());
    }

    /** Unless the procedure's version says otherwise. */
    boolean warnsOfSecondSupplement(Place place) {
        return procedure(place)
                .map(procedure -> procedure.terms().supplement().secondWarns())
                .orElse(true);
    }

    private LegalClock clock(Place place) {
        return new LegalClock(calendar.of(place.agencyId()));
    }

    private Optional<ClockRule> rule(Place place, @Nullable DossierFacts facts) {
        return procedure(place)
                .flatMap(procedure -> Optional.ofNullable(limit(procedure, facts))
                        .map(limit -> ClockRule.of(limit, procedure.terms())));
    }

    private static @Nullable TimeLimit limit(Procedure procedure, @Nullable DossierFacts facts) {
        DossierFacts.Channel channel = facts == null ? null : facts.channel();
        return channel == null ? procedure.limit() : procedure.limit(Channel.valueOf(channel.name()));
    }

    private Optional<Procedure> procedure(Place place) {
        String code = place.procedureCode();
        Long version = place.procedureVersion();
        return code == null || version == null ? Optional.empty() : procedures.find(code, version);
    }
}
