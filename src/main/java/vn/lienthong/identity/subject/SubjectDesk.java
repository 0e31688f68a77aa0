package vn.lienthong.identity.subject;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.http.Refusal;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.subject.Conflicts.Conflict;

/** What operators decide about subjects: who is the same, who is not, who may not log in. */
@Component
class SubjectDesk {

    private final Conflicts conflicts;
    private final Links links;
    private final Subjects subjects;
    private final Logins logins;
    private final Journal journal;
    private final TransactionTemplate transaction;

    SubjectDesk(
            Conflicts conflicts,
            Links links,
            Subjects subjects,
            Logins logins,
            Journal journal,
            TransactionTemplate transaction) {
        this.conflicts = conflicts;
        this.links = links;
        this.subjects = subjects;
        this.logins = logins;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** How a conflict ends. */
    enum Resolution {
        /** The accounts of the one subject stand for the other from now on. */
        SAME,
        /** They are two, or nothing is to be done. */
        APART
    }

    Conflict resolve(Actor actor, UUID id, Resolution resolution, String reason) {
        return transaction.execute(status -> {
            Conflict conflict = conflicts.find(id).orElseThrow(() -> Refusal.unknown("conflict"));
            if (conflict.resolution() != null) {
                throw Refusal.conflict("resolved", "Somebody resolved it before");
            }
            if (resolution == Resolution.SAME) {
                merge(actor, conflict.subject(), conflict.other(), reason);
            }
            conflicts.resolve(id, resolution.name(), reason, actor.name());
            var details = Map.of("kind", conflict.kind(), "resolution", resolution, "reason", reason);
            journal.record(actor, "conflict-resolved", id.toString(), details);
            return conflicts.find(id).orElseThrow();
        });
    }

    /** Whoever is logged in as the one that is no more logs in again, and is the other then. */
    private void merge(Actor actor, String subject, @Nullable String other, String reason) {
        if (other == null) {
            throw Refusal.conflict("one-subject", "There is no other subject in it: resolve it as APART");
        }
        for (UUID account : links.accountsOf(subject)) {
            links.link(account, other, actor, reason);
        }
        logins.endAll(subject, "merged");
        journal.record(actor, "subjects-merged", subject, Map.of("into", other, "reason", reason));
    }

    void lock(Actor actor, String subject, String reason) {
        transaction.executeWithoutResult(status -> {
            if (!subjects.lock(subject, actor, reason)) {
                throw Refusal.unknown("subject");
            }
            logins.endAll(subject, "locked");
            journal.record(actor, "subject-locked", subject, Map.of("reason", reason));
        });
    }

    void unlock(Actor actor, String subject, String reason) {
        transaction.executeWithoutResult(status -> {
            if (!subjects.unlock(subject)) {
                throw Refusal.unknown("locked-subject");
            }
            journal.record(actor, "subject-unlocked", subject, Map.of("reason", reason));
        });
    }
}
