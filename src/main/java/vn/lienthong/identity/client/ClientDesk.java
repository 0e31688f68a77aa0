package vn.lienthong.identity.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.http.Fault;
import vn.lienthong.identity.http.Refusal;

/** Where clients are proposed, approved by a second person, given secrets and ended; every act is in the audit. */
@Component
class ClientDesk {

    private final ClientTable table;
    private final ClientChanges changes;
    private final Clients clients;
    private final SecretHashes secrets;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClientDesk(
            ClientTable table,
            ClientChanges changes,
            Clients clients,
            SecretHashes secrets,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.changes = changes;
        this.clients = clients;
        this.secrets = secrets;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A secret as it is told, once, and until when its predecessors hold. */
    record Told(String client, String secret, Instant othersHoldUntil) {}

    UUID propose(Actor actor, ClientTerms terms, String reason) {
        List<Fault> faults = ClientRules.faults(terms);
        if (!faults.isEmpty()) {
            throw Refusal.wrong(faults);
        }
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            changes.add(new ClientChange(id, terms, actor.name(), clock.instant(), reason, ClientChange.State.PENDING));
            journal.record(actor, "client-proposed", terms.id(), Map.of("change", id, "reason", reason));
        });
        return id;
    }

    /** Whoever proposed it may not approve it. */
    ClientTerms approve(Actor actor, UUID id) {
        ClientTerms terms = transaction.execute(status -> {
            ClientChange change = pending(id);
            if (change.proposedBy().equals(actor.name())) {
                throw Refusal.conflict("second-person", "Somebody else than who proposed it must approve it");
            }
            changes.decide(id, ClientChange.State.APPROVED, actor.name(), clock.instant());
            apply(change.terms(), change.proposedBy(), actor);
            return change.terms();
        });
        clients.forget();
        return terms;
    }

    void reject(Actor actor, UUID id) {
        transaction.executeWithoutResult(status -> {
            ClientChange change = pending(id);
            changes.decide(id, ClientChange.State.REJECTED, actor.name(), clock.instant());
            journal.record(actor, "client-rejected", change.terms().id(), Map.of("change", id));
        });
    }

    /** Without approval: standalone mode takes its files as they are. */
    void adopt(ClientTerms terms) {
        transaction.executeWithoutResult(status -> apply(terms, Actor.FILES.name(), Actor.IDENTITY));
        clients.forget();
    }

    /** A new secret; the others hold on for the overlap, so that whoever uses one loses no call. */
    Told rotate(Actor actor, String id, Duration overlap) {
        if (clients.terms(id).filter(terms -> terms.kind().hasSecret()).isEmpty()) {
            throw Refusal.unknown("client");
        }
        String secret = secrets.draw();
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            String hash = secrets.encode(secret);
            table.addSecret(id, hash, actor.name(), now);
            table.expireOthers(id, hash, now.plus(overlap));
            journal.record(actor, "client-secret-rotated", id, Map.of("overlap", overlap.toString()));
        });
        clients.forget();
        return new Told(id, secret, now.plus(overlap));
    }

    /** For a secret that already lies in a file of this installation. */
    void keep(String id, String secret) {
        transaction.executeWithoutResult(
                status -> table.addSecret(id, secrets.encode(secret), Actor.FILES.name(), clock.instant()));
        clients.forget();
    }

    void end(Actor actor, String id, String reason) {
        transaction.executeWithoutResult(status -> {
            if (!table.end(id, clock.instant())) {
                throw Refusal.unknown("client");
            }
            journal.record(actor, "client-ended", id, Map.of("reason", reason));
        });
        clients.forget();
    }

    private ClientChange pending(UUID id) {
        return changes.find(id)
                .filter(change -> change.state() == ClientChange.State.PENDING)
                .orElseThrow(() -> Refusal.unknown("pending-change"));
    }

    private void apply(ClientTerms terms, String proposedBy, Actor approver) {
        table.apply(terms, proposedBy, approver.name(), clock.instant());
        journal.record(approver, "client-applied", terms.id(), Map.of("proposedBy", proposedBy));
    }
}
