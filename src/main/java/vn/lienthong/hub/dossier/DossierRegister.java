package vn.lienthong.hub.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.hub.dossier.Authority.Ruling;
import vn.lienthong.hub.dossier.Outcome.Refused;
import vn.lienthong.hub.dossier.Outcome.Registered;
import vn.lienthong.hub.dossier.Placement.Placed;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * The register (sổ theo dõi): takes what a record says about a dossier, judges it against the whole history, keeps it.
 *
 * <p>The only place where a dossier changes. Runs inside the caller's database transaction; whether a record was
 * applied before is the caller's question.
 */
@Service
public class DossierRegister {

    private final RegisterTable table;
    private final Placement placement;
    private final Authority authority;
    private final DueDates dueDates;
    private final SyncLedger ledger;
    private final Divergences divergences;
    private final ApplicationEventPublisher publisher;

    DossierRegister(
            RegisterTable table,
            Placement placement,
            Authority authority,
            DueDates dueDates,
            SyncLedger ledger,
            Divergences divergences,
            ApplicationEventPublisher publisher) {
        this.table = table;
        this.placement = placement;
        this.authority = authority;
        this.dueDates = dueDates;
        this.ledger = ledger;
        this.divergences = divergences;
        this.publisher = publisher;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome register(Observation seen) {
        while (true) {
            Known known = table.lock(seen);
            Outcome outcome = register(known, seen);
            // Null: another transaction created the dossier meanwhile; the next lock sees it.
            if (outcome != null) {
                return outcome;
            }
        }
    }

    /**
     * As {@link #register}, for what the hub itself has found out about a dossier, whoever keeps it; {@code said} makes it
     * of the dossier as it stands, null when there is nothing to say.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome settle(Observation about, Function<Known, @Nullable Observation> said) {
        Known known = table.lock(about);
        Observation seen = known.exists() ? said.apply(known) : null;
        if (seen == null) {
            return new Refused(List.of(Reason.of(Rules.NOTHING_OWED, "code", about.code())));
        }
        return Objects.requireNonNull(judge(known, seen), "the dossier exists and is locked");
    }

    private @Nullable Outcome register(Known known, Observation told) {
        return switch (authority.of(known, told)) {
            case Ruling.Counts counts -> judge(known, counts.seen());
            case Ruling.Echo echo -> new Registered(known.id(), known.code(), false, 0, false);
            case Ruling.Foreign foreign -> diverge(known, told);
        };
    }

    private Outcome diverge(Known known, Observation seen) {
        table.write(new RevisionDraft(known, seen).contradicted(), seen);
        divergences.keep(known, seen);
        return authority.refusal(known, seen);
    }

    private @Nullable Outcome judge(Known known, Observation seen) {
        RevisionDraft draft = new RevisionDraft(known, seen);
        DossierFacts merged = draft.mergedFacts();
        if (seen.facts() != null && merged != null && dueBeforeReception(merged)) {
            return new Refused(List.of(Reason.of(Rules.DUE_BEFORE_RECEPTION, "dueAt", null)));
        }
        return switch (placement.place(merged, known, seen)) {
            case Placed.Nowhere nowhere -> nowhere.parked();
            case Placed.At at -> keep(draft.applied(merged, at.place(), dueDates), seen);
        };
    }

    private @Nullable Outcome keep(Revision draft, Observation seen) {
        Known before = draft.before();
        boolean taken = !draft.newAliases().isEmpty() && table.taken(before.id(), draft.newAliases(), seen.sender());
        Revision revision = taken ? draft.withAliasTaken() : draft;
        if (!table.write(revision, seen)) {
            return null;
        }
        boolean wake = !isPart(revision.facts())
                && revision.concernsNeighbours()
                && ledger.changed(
                        before.id(),
                        revision.lastSeq(),
                        before.lastSeq(),
                        revision.detailsChanged(),
                        authority.neighbour(seen.sender()));
        if (revision.changed()) {
            publisher.publishEvent(new StatusChanged(
                    before.id(),
                    before.code(),
                    revision.version(),
                    revision.status(),
                    before.origin(),
                    seen.sender(),
                    revision.lastSeq(),
                    seen.correlationId()));
        }
        return new Registered(
                before.id(),
                before.code(),
                revision.changed(),
                revision.events().size(),
                wake);
    }

    /** Of a joint dossier (liên thông): neighbours are told the whole alone, or one filing would count twice. */
    private static boolean isPart(@Nullable DossierFacts facts) {
        return facts != null && facts.parent() != null;
    }

    // By date: a department's due date often has no time of day.
    static boolean dueBeforeReception(DossierFacts facts) {
        return facts.dueAt() != null
                && facts.receivedAt() != null
                && LocalDate.ofInstant(facts.dueAt(), VietnamTime.ZONE)
                        .isBefore(LocalDate.ofInstant(facts.receivedAt(), VietnamTime.ZONE));
    }
}
