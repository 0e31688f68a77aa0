package vn.lienthong.hub.dossier;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * Exactly one system writes a dossier at each stage, unless the configuration of another says that it writes for it too.
 *
 * <p>Who keeps it decides its status. The system it was filed in, when that is another, goes on telling what the applicant
 * does: papers, payments, the wish to withdraw.
 */
@Component
class Authority {

    private static final String WRITES_FOR = "writesFor";
    private static final String NEIGHBOUR = "neighbour";
    private static final Set<DossierStatus> APPLICANTS =
            EnumSet.of(DossierStatus.SUBMITTED, DossierStatus.WITHDRAW_REQUESTED);

    private final Senders senders;

    Authority(Senders senders) {
        this.senders = senders;
    }

    /** What of an observation counts. */
    sealed interface Ruling {

        /** This much of it. */
        record Counts(Observation seen) implements Ruling {}

        /** It repeats what the keeper said already. */
        record Echo() implements Ruling {}

        /** Another system keeps the dossier. */
        record Foreign() implements Ruling {}
    }

    Ruling of(Known known, Observation seen) {
        if (!known.exists() || mayWrite(seen.sender(), known.authority())) {
            return new Ruling.Counts(seen);
        }
        return mayWrite(seen.sender(), known.origin()) ? ofApplicant(known, seen) : new Ruling.Foreign();
    }

    private static Ruling ofApplicant(Known known, Observation seen) {
        StatusClaim claim = seen.status();
        DossierFacts facts = seen.facts() == null ? null : FiledFacts.of(seen.facts());
        if (claim == null || APPLICANTS.contains(claim.status())) {
            return new Ruling.Counts(with(seen, facts, claim));
        }
        boolean said = known.history().stream()
                .anyMatch(past -> past.verdict().effective() && past.status() == claim.status());
        if (!said) {
            return new Ruling.Foreign();
        }
        return facts == null ? new Ruling.Echo() : new Ruling.Counts(with(seen, facts, null));
    }

    private static Observation with(Observation seen, @Nullable DossierFacts facts, @Nullable StatusClaim claim) {
        return new Observation(
                seen.sender(),
                seen.contract(),
                seen.receipt(),
                seen.recordNo(),
                seen.code(),
                facts,
                claim,
                seen.stamp(),
                seen.acceptedAt(),
                seen.snapshotAt(),
                seen.configVersion(),
                seen.correlationId(),
                seen.doubts());
    }

    boolean mayWrite(String sender, String owner) {
        return sender.equals(owner) || writesFor(sender, owner);
    }

    /** The neighbour in the ledger that this sender is; empty for all who are none. */
    String neighbour(String sender) {
        return senders.find(sender)
                .map(known -> known.settings().path(NEIGHBOUR).asString(""))
                .orElse("");
    }

    private boolean writesFor(String sender, String owner) {
        return senders.find(sender)
                .flatMap(known -> Optional.ofNullable(known.settings().get(WRITES_FOR)))
                .filter(owners -> owners.valueStream().anyMatch(name -> owner.equals(name.asString())))
                .isPresent();
    }

    Outcome.Refused refusal(Known known, Observation seen) {
        String owner = known.authority();
        Reason reason = Reason.of(Rules.NOT_AUTHORITATIVE, "code", seen.code())
                .with(
                        "owner",
                        senders.find(owner)
                                .map(kept -> kept.name() + " (" + owner + ")")
                                .orElse(owner))
                .with("sender", seen.sender());
        return new Outcome.Refused(List.of(reason));
    }
}
