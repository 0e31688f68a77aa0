package vn.lienthong.identity.staff;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.pace.Denials;
import vn.lienthong.identity.staff.StaffTable.Account;

/** How people set their own password: the first one, or a new one, by a code; later by the one they have. */
@Component
class StaffPasswords {

    private final StaffTable table;
    private final Invitations invitations;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Addresses addresses;
    private final Logins logins;
    private final Journal journal;
    private final Denials denials;
    private final TransactionTemplate transaction;

    StaffPasswords(
            StaffTable table,
            Invitations invitations,
            Passwords passwords,
            Attempts attempts,
            Addresses addresses,
            Logins logins,
            Journal journal,
            Denials denials,
            TransactionTemplate transaction) {
        this.table = table;
        this.invitations = invitations;
        this.passwords = passwords;
        this.attempts = attempts;
        this.addresses = addresses;
        this.logins = logins;
        this.journal = journal;
        this.denials = denials;
        this.transaction = transaction;
    }

    /** Empty when it is set; else the word of the notice. A broken rule is told to whoever has the code only. */
    Optional<String> set(String typed, String code, String fresh, String address) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        String hash = invitations.hash(code);
        if (!addresses.take(address) || !attempts.take(name) || !table.isInvited(name, hash)) {
            return refused(name, "invitation", address);
        }
        addresses.giveBack(address);
        attempts.giveBack(name);
        Optional<String> broken = passwords.broken(fresh, name);
        if (broken.isPresent()) {
            return broken;
        }
        String hashed = passwords.hash(fresh);
        boolean set = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean accepted = table.accept(name, hash, hashed);
            if (accepted) {
                attempts.forget(name);
                journal.record(Actor.staff(name), "password-set", name, Map.of());
            }
            return accepted;
        }));
        return set ? Optional.empty() : refused(name, "invitation", address);
    }

    /** Ends every log-in of the account, this browser's too. */
    Optional<String> change(String subject, String current, String fresh, String address) {
        Account account = table.accountOf(subject).orElseThrow();
        if (!addresses.take(address)
                || !attempts.take(account.name())
                || !passwords.matches(current, account.password())) {
            return refused(account.name(), "password-change", address);
        }
        addresses.giveBack(address);
        attempts.giveBack(account.name());
        Optional<String> broken = current.equals(fresh) ? Optional.of("same") : passwords.broken(fresh, account.name());
        if (broken.isPresent()) {
            return broken;
        }
        String hashed = passwords.hash(fresh);
        boolean changed = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean replaced = table.replacePassword(account, hashed);
            if (replaced) {
                logins.endAll(subject, "password-changed");
                journal.record(Actor.staff(account.name()), "password-changed", account.name(), Map.of());
            }
            return replaced;
        }));
        return changed ? Optional.empty() : refused(account.name(), "password-change", address);
    }

    /** A password that is too old; empty when the new one is set, {@code over} when the old one was reset meanwhile. */
    Optional<String> renew(Account account, String fresh) {
        Optional<String> broken = passwords.broken(fresh, account.name());
        if (broken.isPresent() || passwords.matches(fresh, account.password())) {
            return broken.or(() -> Optional.of("same"));
        }
        String hashed = passwords.hash(fresh);
        boolean renewed = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean replaced = table.replacePassword(account, hashed);
            if (replaced) {
                journal.record(Actor.staff(account.name()), "password-changed", account.name(), Map.of("why", "age"));
            }
            return replaced;
        }));
        return renewed ? Optional.empty() : Optional.of("over");
    }

    private Optional<String> refused(String name, String why, String address) {
        String who = table.account(name).map(Account::name).orElse("unknown");
        denials.record("staff-password-refused", who, Map.of("why", why, "address", address));
        return Optional.of("wrong");
    }
}
