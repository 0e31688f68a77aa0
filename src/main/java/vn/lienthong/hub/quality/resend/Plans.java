package vn.lienthong.hub.quality.resend;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.NeighbourView;
import vn.lienthong.hub.dossier.ParkedRecords;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.time.VietnamTime;
import vn.lienthong.hub.quality.resend.Plan.State;

/** Plans, as people make and steer them; each act and its audit entry are kept or lost together. */
@Component
public class Plans {

    private final PlanTable table;
    private final Items items;
    private final FrozenItems choices;
    private final ParkedRecords records;
    private final Neighbour portal;
    private final ResendSettings settings;
    private final TransactionTemplate transaction;
    private final Audit audit;

    Plans(
            PlanTable table,
            Items items,
            FrozenItems choices,
            ParkedRecords records,
            NeighbourView portal,
            ResendSettings settings,
            TransactionTemplate transaction,
            Audit audit) {
        this.table = table;
        this.items = items;
        this.choices = choices;
        this.records = records;
        this.portal = portal.neighbour();
        this.settings = settings;
        this.transaction = transaction;
        this.audit = audit;
    }

    /** What somebody proposes. */
    public record Proposal(
            PlanKind work,
            Selection selection,
            boolean includeConfirmed,
            int perSecond,
            @Nullable LocalTime windowFrom,
            @Nullable LocalTime windowUntil,
            String reason,
            String by) {}

    /** What may be done with a plan that is there. */
    public enum Act {
        APPROVE(State.APPROVED, State.CHECKED),
        PAUSE(State.PAUSED, State.APPROVED),
        RESUME(State.APPROVED, State.PAUSED),
        CANCEL(State.CANCELLED, State.CHECKING, State.CHECKED, State.APPROVED, State.PAUSED);

        private final State to;
        private final Set<State> from;

        Act(State to, State... from) {
            this.to = to;
            this.from = Set.of(from);
        }

        /** By its word in lower case. */
        public static Optional<Act> named(String word) {
            return Stream.of(values())
                    .filter(act -> act.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }

    /** Freezes what the selection means at this moment; nothing is sent before the plan is approved. */
    public Plan propose(Proposal proposal, Actor actor) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> freeze(id, proposal, actor));
        return find(id).orElseThrow();
    }

    private void freeze(UUID id, Proposal proposal, Actor actor) {
        Selection selection = proposal.selection();
        table.insert(id, proposal);
        int frozen = proposal.work() == PlanKind.RESEND
                ? choices.freeze(id, selection, portal.name(), portal.environment(), settings.most() + 1)
                : freezeRecords(id, selection);
        if (frozen > settings.most()) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "too-many-dossiers",
                    "A plan may have at most " + settings.most() + " dossiers; narrow the selection");
        }
        boolean records = proposal.work() == PlanKind.RENORMALISE;
        int unknown = records || selection.codes().isEmpty() ? 0 : choices.addUnknown(id, selection.codes(), frozen);
        if (frozen + unknown == 0) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "nothing-chosen", "No dossier fits");
        }
        if (frozen <= settings.secondPersonAbove()) {
            table.oneIsEnough(id);
        }
        note(actor, "resend.propose", id, proposal.reason(), Map.of("dossiers", Integer.toString(frozen)));
    }

    /** {@code from} and {@code to} are days on which the records came. */
    private int freezeRecords(UUID id, Selection selection) {
        List<ParkedRecords.Parked> chosen = records.choose(
                new ParkedRecords.Choice(
                        selection.codes(),
                        selection.sender(),
                        selection.from() == null
                                ? null
                                : selection
                                        .from()
                                        .atStartOfDay(VietnamTime.ZONE)
                                        .toInstant(),
                        selection.to() == null
                                ? null
                                : selection
                                        .to()
                                        .plusDays(1)
                                        .atStartOfDay(VietnamTime.ZONE)
                                        .toInstant(),
                        selection.cause()),
                settings.most() + 1);
        choices.freeze(id, chosen);
        return chosen.size();
    }

    public Plan act(UUID id, Act act, String reason, Actor actor) {
        transaction.executeWithoutResult(status -> steer(id, act, reason, actor));
        return find(id).orElseThrow();
    }

    private void steer(UUID id, Act act, String reason, Actor actor) {
        Plan plan = table.lock(id).orElseThrow(Plans::unknown).plan();
        if (!act.from.contains(plan.state())) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "plan-is-" + plan.state().name().toLowerCase(Locale.ROOT),
                    "This plan is " + plan.state());
        }
        if (act == Act.APPROVE) {
            boolean decides =
                    actor.role().has(Right.DECIDE) && !plan.proposedBy().equals(actor.name());
            if (plan.needsSecondPerson() && !decides) {
                throw new ProblemException(
                        HttpStatus.FORBIDDEN,
                        "second-person-needed",
                        "More than %d dossiers: an approver other than %s decides"
                                .formatted(settings.secondPersonAbove(), plan.proposedBy()));
            }
            table.decided(id, actor.name());
        }
        if (act == Act.CANCEL) {
            items.cancelUnsent(id);
        }
        table.state(id, act.to);
        note(actor, "resend." + act.name().toLowerCase(Locale.ROOT), id, reason, Map.of());
    }

    private void note(Actor actor, String action, UUID id, String reason, Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        details.put("reason", reason);
        audit.record(actor, action, id.toString(), details);
    }

    public Optional<Plan> find(UUID id) {
        return table.find(id).map(row -> counted(row.plan()));
    }

    /** Newest first. */
    public List<Plan> page(@Nullable OffsetDateTime before, int limit) {
        return table.page(before, limit).stream()
                .map(row -> counted(row.plan()))
                .toList();
    }

    /** The dossiers of a plan behind the given number. */
    public List<Item> items(UUID id, @Nullable String forecast, @Nullable String outcome, int after, int limit) {
        return items.page(id, forecast, outcome, after, limit);
    }

    private Plan counted(Plan plan) {
        Map<String, Long> outcomes = items.outcomes(plan.id());
        long all = outcomes.values().stream().mapToLong(Objects::requireNonNull).sum();
        return new Plan(
                plan.id(),
                plan.work(),
                plan.selection(),
                plan.includeConfirmed(),
                plan.reason(),
                plan.proposedBy(),
                plan.proposedAt(),
                plan.state(),
                plan.needsSecondPerson(),
                plan.perSecond(),
                plan.windowFrom(),
                plan.windowUntil(),
                plan.decidedBy(),
                plan.decidedAt(),
                plan.endedAt(),
                all,
                items.forecasts(plan.id()),
                outcomes);
    }

    static ProblemException unknown() {
        return new ProblemException(HttpStatus.NOT_FOUND, "unknown-plan", "There is no such plan");
    }
}
