package vn.lienthong.identity.subject;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.trust.Seal;

/**
 * Finds the one subject of a log-in. An account that was here before is known by issuer and sub. A new one joins the
 * subject of another only by the national portal's own id, and only where nothing speaks against it; whatever else looks
 * like the same person is kept apart and put before an operator. E-mail, phone and name decide nothing.
 */
@Component
public class Recognition {

    private final Accounts accounts;
    private final Links links;
    private final Subjects subjects;
    private final Conflicts conflicts;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Seal seal;

    Recognition(
            Accounts accounts,
            Links links,
            Subjects subjects,
            Conflicts conflicts,
            Journal journal,
            TransactionTemplate transaction,
            Seal seal) {
        this.accounts = accounts;
        this.links = links;
        this.subjects = subjects;
        this.conflicts = conflicts;
        this.journal = journal;
        this.transaction = transaction;
        this.seal = seal;
    }

    /** Who it is: the subject and the account it came by. */
    public record Recognised(String subject, UUID account, boolean locked) {}

    public Recognised recognise(NationalAccount stated) {
        Recognised found = transaction.execute(status -> {
            accounts.lock(stated.issuer(), stated.sub());
            return accounts.find(stated.issuer(), stated.sub())
                    .map(known -> again(known, stated))
                    .orElseGet(() -> first(stated));
        });
        return found;
    }

    private Recognised again(Accounts.Known known, NationalAccount stated) {
        String subject = links.subjectOf(known.id())
                .orElseThrow(() -> new IllegalStateException("An account without a subject: " + known.id()));
        List<SecondaryId> ids = SecondaryId.of(stated, seal);
        if (!known.kind().equals(stated.kind())) {
            changed(
                    subject,
                    "account-kind-changed",
                    known.kind().name(),
                    stated.kind().name());
        }
        if (known.techId() != null && stated.techId() != null && !known.techId().equals(stated.techId())) {
            conflicts.open(ConflictKind.TECH_ID_CHANGED, known.id(), subject, null, Map.of());
        }
        accounts.seen(known.id(), stated);
        if (accounts.restate(known.id(), ids)) {
            changed(subject, "secondary-ids-changed", "", masked(ids));
        }
        doubt(known.id(), subject, stated, ids);
        return new Recognised(subject, known.id(), subjects.isLocked(subject));
    }

    private Recognised first(NationalAccount stated) {
        UUID account = accounts.add(stated);
        List<SecondaryId> ids = SecondaryId.of(stated, seal);
        accounts.restate(account, ids);
        Optional<String> sameTechId =
                stated.techId() == null ? Optional.empty() : links.subjectByTechId(stated.techId(), account);
        boolean against = sameTechId.isPresent() && accounts.contradicts(sameTechId.get(), ids);
        String subject = sameTechId.isPresent() && !against ? sameTechId.get() : subjects.add(stated.kind());
        links.link(
                account, subject, Actor.IDENTITY, sameTechId.isPresent() && !against ? "same TechID" : "first log-in");
        journal.record(
                Actor.citizen(subject),
                "account-linked",
                account.toString(),
                Map.of("provider", stated.provider(), "kind", stated.kind(), "ids", masked(ids)));
        if (against) {
            conflicts.open(ConflictKind.SAME_TECH_ID_OTHER_PERSON, account, subject, sameTechId.get(), Map.of());
        }
        doubt(account, subject, stated, ids);
        return new Recognised(subject, account, subjects.isLocked(subject));
    }

    /** What an operator should look at; nothing of it keeps the citizen out. */
    private void doubt(UUID account, String subject, NationalAccount stated, List<SecondaryId> ids) {
        for (SecondaryId id : ids) {
            for (String other : links.subjectsStating(id, subject)) {
                var evidence = Map.of("kind", id.kind().name(), "id", id.masked());
                conflicts.open(ConflictKind.of(id.kind()), account, subject, other, evidence);
            }
        }
        if (stated.techId() == null) {
            conflicts.open(ConflictKind.NO_TECH_ID, account, subject, null, Map.of("provider", stated.provider()));
        }
        if (!stated.doubts().isEmpty()) {
            conflicts.open(ConflictKind.IMPOSSIBLE_ID, account, subject, null, Map.of("rules", stated.doubts()));
        }
    }

    private void changed(String subject, String action, String from, String to) {
        journal.record(Actor.citizen(subject), action, subject, Map.of("from", from, "to", to));
    }

    private static String masked(List<SecondaryId> ids) {
        return String.join(", ", ids.stream().map(SecondaryId::masked).toList());
    }
}
