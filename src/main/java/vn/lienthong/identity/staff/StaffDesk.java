package vn.lienthong.identity.staff;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.http.Refusal;
import vn.lienthong.identity.login.Logins;

/**
 * What administrators do with accounts of staff; each act and its audit entry are kept or lost together. All take the
 * account first, then its log-ins, then the chain of the audit.
 */
@Component
class StaffDesk {

    private static final int SUBJECT_BYTES = 18;

    private final StaffTable table;
    private final Grants grants;
    private final Invitations invitations;
    private final SecondFactor factor;
    private final Attempts attempts;
    private final Elsewhere elsewhere;
    private final Logins logins;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    StaffDesk(
            StaffTable table,
            Grants grants,
            Invitations invitations,
            SecondFactor factor,
            Attempts attempts,
            Elsewhere elsewhere,
            Logins logins,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.grants = grants;
        this.invitations = invitations;
        this.factor = factor;
        this.attempts = attempts;
        this.elsewhere = elsewhere;
        this.logins = logins;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<StaffMember> all() {
        return table.all();
    }

    StaffMember find(String name) {
        return table.find(name).orElseThrow(() -> Refusal.unknown("staff"));
    }

    Invitations.Invitation create(Actor actor, String name, String displayName, Grant grant, String reason) {
        byte[] drawn = new byte[SUBJECT_BYTES];
        chance.nextBytes(drawn);
        String subject = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!table.add(subject, name, displayName, actor.name())) {
                throw Refusal.conflict("name-taken", "There is, or was, somebody of this name");
            }
            grants.give(subject, grant, actor.name(), reason);
            journal.record(actor, "staff-created", name, details(grant, reason));
            return invitations.draw(subject, name);
        }));
    }

    StaffMember give(Actor actor, String name, Grant grant, String reason) {
        act(name, member -> {
            notOneself(actor, member);
            grants.give(member.subject(), grant, actor.name(), reason);
            journal.record(actor, "staff-rights-changed", name, details(grant, reason));
        });
        return find(name);
    }

    /** From that moment on there are no rights; tokens that are out end within minutes. */
    StaffMember end(Actor actor, String name, @Nullable Instant on, String reason) {
        Instant moment = Moments.from("on", on, clock.instant());
        act(name, member -> {
            notOneself(actor, member);
            grants.end(member.subject(), moment);
            if (!moment.isAfter(clock.instant())) {
                logins.endAll(member.subject(), "rights-ended");
            }
            journal.record(actor, "staff-ended", name, Map.of("on", moment.toString(), "reason", reason));
        });
        return find(name);
    }

    void unlock(Actor actor, String name, String reason) {
        act(name, member -> {
            attempts.forget(name);
            journal.record(actor, "staff-unlocked", name, Map.of("reason", reason));
        });
    }

    /** The password that was is none any more, and whoever is logged in with it is out. */
    Invitations.Invitation invite(Actor actor, String name, String reason) {
        return Objects.requireNonNull(transaction.execute(status -> {
            StaffMember member = find(name);
            Invitations.Invitation drawn = invitations.draw(member.subject(), name);
            logins.endAll(member.subject(), "password-reset");
            journal.record(actor, "staff-password-reset", name, Map.of("reason", reason));
            return drawn;
        }));
    }

    void resetFactor(Actor actor, String name, String reason) {
        act(name, member -> {
            factor.reset(member.subject());
            logins.endAll(member.subject(), "second-factor-reset");
            journal.record(actor, "second-factor-reset", name, Map.of("reason", reason));
        });
    }

    /** Who logs in as that at the province's own provider is this member of staff here. */
    void nameElsewhere(Actor actor, String name, String issuer, String sub, String reason) {
        act(name, member -> {
            if (!elsewhere.add(issuer, sub, member.subject(), actor.name())) {
                throw Refusal.conflict("account-taken", "That account stands for somebody already");
            }
            var details = Map.of("issuer", issuer, "account", elsewhere.id(issuer, sub), "reason", reason);
            journal.record(actor, "staff-account-named", name, details);
        });
    }

    /** Whoever is logged in, by that account or otherwise, is out. */
    void forgetElsewhere(Actor actor, String name, String id, String reason) {
        act(name, member -> {
            if (!elsewhere.remove(member.subject(), id)) {
                throw Refusal.unknown("account");
            }
            logins.endAll(member.subject(), "account-taken-back");
            journal.record(actor, "staff-account-taken-back", name, Map.of("account", id, "reason", reason));
        });
    }

    private void act(String name, Consumer<StaffMember> what) {
        transaction.executeWithoutResult(status -> {
            StaffMember member = find(name);
            table.lock(member.subject());
            what.accept(member);
        });
    }

    /** Nobody widens, or loses by mistake, what they may do themselves. */
    private static void notOneself(Actor actor, StaffMember member) {
        if (actor.name().equals(member.subject())) {
            throw Refusal.conflict("own-account", "Somebody else changes your rights");
        }
    }

    private static Map<String, Object> details(Grant grant, String reason) {
        Map<String, Object> details = new HashMap<>(
                Map.of("role", grant.role().name(), "from", grant.from().toString(), "reason", reason));
        if (grant.department() != null) {
            details.put("department", grant.department());
        }
        if (grant.agency() != null) {
            details.put("agency", grant.agency());
        }
        return details;
    }
}
