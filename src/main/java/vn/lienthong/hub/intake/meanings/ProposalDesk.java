package vn.lienthong.hub.intake.meanings;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigVersions;
import vn.lienthong.hub.platform.http.ProblemException;

/** Keeps proposals until a second person decides; an approved one is a new version of the configuration. */
@Component
class ProposalDesk {

    private final Proposals proposals;
    private final Amendments amendments;
    private final ConfigVersions versions;
    private final AppliedConfig config;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    ProposalDesk(
            Proposals proposals,
            Amendments amendments,
            ConfigVersions versions,
            AppliedConfig config,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.proposals = proposals;
        this.amendments = amendments;
        this.versions = versions;
        this.config = config;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is proposed must work in every module that reads the configuration, or it is not kept. */
    long propose(String sender, String cause, String code, String meaning, String reason, Actor actor) {
        usable(sender, cause, code, meaning);
        Instant now = clock.instant();
        Optional<Long> kept = transaction.execute(status -> {
            Optional<Long> id = proposals.add(sender, cause, code, meaning, reason, actor.name(), now);
            id.ifPresent(
                    number -> audit.record(actor, "meaning.propose", "meaning/" + number, Map.of("reason", reason)));
            return id;
        });
        return kept.orElseThrow(() -> new ProblemException(
                HttpStatus.CONFLICT,
                "already-proposed",
                "Somebody has proposed a meaning of this code; decide that one"));
    }

    /**
     * The new configuration and the decision are kept together, or neither is.
     *
     * @param base the version whose change the approver has seen
     */
    void approve(Proposal proposal, long base, String reason, Actor actor) {
        if (proposal.proposedBy().equals(actor.name())) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "second-person-needed",
                    "Đề xuất này của " + proposal.proposedBy() + "; một người khác có quyền quyết định phải duyệt");
        }
        transaction.executeWithoutResult(status -> {
            open(proposals.locked(proposal.id()).orElse(proposal));
            decided(proposal, Proposal.State.APPROVED, reason, apply(proposal, base, actor), actor);
        });
    }

    private long apply(Proposal proposal, long base, Actor actor) {
        ConfigBundle now = config.current();
        if (now.version() != base) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "configuration-changed",
                    "Cấu hình đã đổi từ phiên bản " + base + " sang " + now.version() + "; hãy xem lại thay đổi");
        }
        Amendment change = amendment(proposal);
        return versions.amend(
                        now,
                        Map.of(change.path(), change.after()),
                        actor,
                        Map.of("kind", "MEANING", "proposal", proposal.id(), "proposedBy", proposal.proposedBy()))
                .version();
    }

    void refuse(Proposal proposal, String reason, Actor actor) {
        open(proposal);
        decided(proposal, Proposal.State.REFUSED, reason, null, actor);
    }

    /** Fails when the configuration in force cannot be changed so, or not any more. */
    Amendment amendment(Proposal proposal) {
        return usable(proposal.sender(), proposal.cause(), proposal.code(), proposal.meaning());
    }

    private void decided(Proposal proposal, Proposal.State state, String reason, @Nullable Long version, Actor actor) {
        transaction.executeWithoutResult(status -> {
            if (!proposals.decide(proposal.id(), state, actor.name(), reason, version, clock.instant())) {
                throw decidedAlready();
            }
            String act = state == Proposal.State.APPROVED ? "meaning.approve" : "meaning.refuse";
            audit.record(actor, act, "meaning/" + proposal.id(), Map.of("reason", reason));
        });
    }

    private Amendment usable(String sender, String cause, String code, String meaning) {
        Amendment change = amendments.of(sender, cause, code, meaning);
        try {
            versions.amended(config.current(), Map.of(change.path(), change.after()));
            return change;
        } catch (IllegalArgumentException unusable) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "mapping-unusable", String.valueOf(unusable.getMessage()));
        }
    }

    private static void open(Proposal proposal) {
        if (proposal.state() != Proposal.State.PROPOSED) {
            throw decidedAlready();
        }
    }

    private static ProblemException decidedAlready() {
        return new ProblemException(HttpStatus.CONFLICT, "already-decided", "The proposal is decided already");
    }
}
