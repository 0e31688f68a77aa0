package vn.lienthong.identity.staff;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.login.StaffRegister;
import vn.lienthong.identity.staff.StaffTable.Account;

/**
 * From a name and a password over the second factor to a log-in. An unknown name, a wrong password, a locked account and
 * an address with too many failures get one answer, after the same work; only the audit knows which it was.
 */
@Component
class StaffEntry {

    private final StaffTable table;
    private final Grants grants;
    private final Passwords passwords;
    private final SecondFactor factor;
    private final Attempts attempts;
    private final Addresses addresses;
    private final Logins logins;
    private final Journal journal;
    private final StaffRules rules;
    private final Clock clock;

    StaffEntry(
            StaffTable table,
            Grants grants,
            Passwords passwords,
            SecondFactor factor,
            Attempts attempts,
            Addresses addresses,
            Logins logins,
            Journal journal,
            StaffRules rules,
            Clock clock) {
        this.table = table;
        this.grants = grants;
        this.passwords = passwords;
        this.factor = factor;
        this.attempts = attempts;
        this.addresses = addresses;
        this.logins = logins;
        this.journal = journal;
        this.rules = rules;
        this.clock = clock;
    }

    /** What is still to be proven or done before somebody is in. */
    enum Step {
        CODE,
        ENROL,
        RENEW
    }

    /** Lies in the (sealed) session between the steps. */
    record Pending(String subject, Step step, byte[] secret, boolean byFactor, Instant until) implements Serializable {}

    /** How a step ended. */
    sealed interface Outcome {}

    /** The word of the notice that the page shows. */
    record Refused(String notice) implements Outcome {}

    record Next(Pending pending) implements Outcome {}

    /** The recovery codes are there after an enrolment only. */
    record In(Authentication browser, List<String> recovery) implements Outcome {}

    Outcome password(String typed, String password, String address) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        Account account = mayTry(name, address) ? table.account(name).orElse(null) : null;
        boolean right = passwords.matches(password, account == null ? null : account.password());
        if (account == null || !right) {
            return refused(account, "password", address);
        }
        addresses.giveBack(address);
        attempts.giveBack(account.name());
        Optional<Grant> grant = grants.at(account.subject(), clock.instant());
        if (grant.isEmpty()) {
            refused(account, "no-rights", address);
            return new Refused("ended");
        }
        if (account.factor() != null) {
            return new Next(pending(account, Step.CODE, new byte[0], false));
        }
        return rules.secondFactor().contains(grant.get().role())
                ? new Next(pending(account, Step.ENROL, factor.draw(), false))
                : proven(account, false, List.of());
    }

    Outcome code(Pending pending, String code, String address) {
        Account account = of(pending);
        if (!mayTry(account.name(), address) || !factor.take(account, code)) {
            return refused(account, "code", address);
        }
        addresses.giveBack(address);
        return proven(account, true, List.of());
    }

    Outcome enrol(Pending pending, String code, String address) {
        Account account = of(pending);
        Optional<List<String>> recovery = mayTry(account.name(), address)
                ? factor.enrol(account.subject(), pending.secret(), code)
                : Optional.empty();
        if (recovery.isEmpty()) {
            return refused(account, "code", address);
        }
        addresses.giveBack(address);
        journal.record(Actor.staff(account.name()), "second-factor-enrolled", account.name(), Map.of());
        return proven(account, true, recovery.get());
    }

    Outcome renew(Pending pending, String password) {
        Account account = of(pending);
        Optional<String> broken = passwords.broken(password, account.name());
        if (broken.isPresent() || passwords.matches(password, account.password())) {
            return new Refused(broken.orElse("same"));
        }
        table.setPassword(account.subject(), passwords.hash(password));
        journal.record(Actor.staff(account.name()), "password-changed", account.name(), Map.of("why", "age"));
        return in(account, pending.byFactor(), List.of());
    }

    boolean holds(Pending pending) {
        return clock.instant().isBefore(pending.until());
    }

    String nameOf(Pending pending) {
        return of(pending).name();
    }

    private boolean mayTry(String name, String address) {
        return addresses.take(address) && attempts.take(name);
    }

    private Account of(Pending pending) {
        return table.accountOf(pending.subject()).orElseThrow();
    }

    private Pending pending(Account account, Step step, byte[] secret, boolean byFactor) {
        return new Pending(
                account.subject(), step, secret, byFactor, clock.instant().plus(rules.pending()));
    }

    private Outcome proven(Account account, boolean byFactor, List<String> recovery) {
        Instant set = account.passwordSetAt();
        boolean old = rules.password().age() != null
                && set != null
                && set.plus(rules.password().age()).isBefore(clock.instant());
        return old && recovery.isEmpty()
                ? new Next(pending(account, Step.RENEW, new byte[0], byFactor))
                : in(account, byFactor, recovery);
    }

    private Outcome in(Account account, boolean byFactor, List<String> recovery) {
        attempts.forget(account.name());
        String level = byFactor ? rules.levels().secondFactor() : rules.levels().password();
        var login = new Login(
                UUID.randomUUID(), account.subject(), null, StaffRegister.PROVIDER, level, null, clock.instant());
        Authentication browser = logins.begin(login, null);
        if (logins.of(browser).isEmpty()) {
            refused(account, "locked", "");
            return new Refused("ended");
        }
        var details = Map.of("subject", account.subject(), "acr", level, "second-factor", byFactor);
        journal.record(Actor.staff(account.name()), "logged-in", login.id().toString(), details);
        return new In(browser, recovery);
    }

    /** What was typed as a name is nobody's: it may have been a password. */
    private Outcome refused(@Nullable Account account, String why, String address) {
        String who = account == null ? "unknown-or-locked" : account.name();
        journal.record(Actor.IDENTITY, "staff-log-in-refused", who, Map.of("why", why, "address", address));
        return new Refused("wrong");
    }
}
