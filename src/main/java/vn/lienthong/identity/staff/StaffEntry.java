package vn.lienthong.identity.staff;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.pace.Denials;
import vn.lienthong.identity.staff.StaffTable.Account;

/**
 * From a name and a password over the second factor to a log-in. An unknown name, a wrong password and a locked account
 * get one answer, after the same work; an address with too many failures gets it at once, so that it cannot keep others
 * waiting. Only the audit knows which it was.
 */
@Component
class StaffEntry {

    private final StaffTable table;
    private final Grants grants;
    private final Passwords passwords;
    private final SecondFactor factor;
    private final Attempts attempts;
    private final Addresses addresses;
    private final StaffPasswords changes;
    private final StaffArrival arrival;
    private final Denials denials;
    private final StaffRules rules;
    private final Clock clock;

    StaffEntry(
            StaffTable table,
            Grants grants,
            Passwords passwords,
            SecondFactor factor,
            Attempts attempts,
            Addresses addresses,
            StaffPasswords changes,
            StaffArrival arrival,
            Denials denials,
            StaffRules rules,
            Clock clock) {
        this.table = table;
        this.grants = grants;
        this.passwords = passwords;
        this.factor = factor;
        this.attempts = attempts;
        this.addresses = addresses;
        this.changes = changes;
        this.arrival = arrival;
        this.denials = denials;
        this.rules = rules;
        this.clock = clock;
    }

    /** What is still to be proven or done before somebody is in. */
    enum Step {
        CODE,
        ENROL,
        RENEW
    }

    /** Lies in the (sealed) session between the steps; good for the password that was proven and for no other. */
    record Pending(
            String subject, @Nullable Instant passwordSetAt, Step step, byte[] secret, boolean byFactor, Instant until)
            implements Serializable {}

    /** How a step ended. */
    sealed interface Outcome {}

    /** The word of the notice that the page shows. */
    record Refused(String notice) implements Outcome {}

    record Next(Pending pending) implements Outcome {}

    /** The recovery codes are there after an enrolment only. */
    record In(Authentication browser, List<String> recovery) implements Outcome {}

    Outcome password(String typed, String password, String address) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        if (!addresses.take(address)) {
            return refused(null, "address", address);
        }
        Account account = attempts.take(name) ? table.account(name).orElse(null) : null;
        boolean right = matches(password, account, address);
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
        Optional<List<String>> recovery =
                mayTry(account.name(), address) ? factor.enrol(account, pending.secret(), code) : Optional.empty();
        if (recovery.isEmpty()) {
            return refused(account, "code", address);
        }
        addresses.giveBack(address);
        return proven(account, true, recovery.get());
    }

    Outcome renew(Pending pending, String password) {
        Optional<String> wrong = changes.renew(of(pending), password);
        return wrong.isPresent() ? new Refused(wrong.get()) : in(of(pending), pending.byFactor(), List.of());
    }

    /** Not once the password is another, or the factor is not what it was: a reset ends what was half done. */
    boolean holds(Pending pending) {
        return clock.instant().isBefore(pending.until())
                && table.accountOf(pending.subject())
                        .filter(account -> account.password() != null)
                        .filter(account -> Objects.equals(account.passwordSetAt(), pending.passwordSetAt()))
                        .filter(account -> (account.factor() != null) == hasFactor(pending))
                        .isPresent();
    }

    private static boolean hasFactor(Pending pending) {
        return pending.step() == Step.CODE || pending.step() == Step.RENEW && pending.byFactor();
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
                account.subject(),
                account.passwordSetAt(),
                step,
                secret,
                byFactor,
                clock.instant().plus(rules.pending()));
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
        Optional<Authentication> browser = arrival.begin(account, byFactor);
        if (browser.isEmpty()) {
            refused(account, "locked", "");
            return new Refused("ended");
        }
        return new In(browser.get(), recovery);
    }

    /** A try that was not judged because too many are is none. */
    private boolean matches(String password, @Nullable Account account, String address) {
        try {
            return passwords.matches(password, account == null ? null : account.password());
        } catch (Passwords.Busy unjudged) {
            addresses.giveBack(address);
            if (account != null) {
                attempts.giveBack(account.name());
            }
            throw unjudged;
        }
    }

    /** What was typed as a name is nobody's: it may have been a password. */
    private Outcome refused(@Nullable Account account, String why, String address) {
        String who = account == null ? "unknown-or-locked" : account.name();
        denials.record("staff-log-in-refused", who, Map.of("why", why, "address", address));
        return new Refused("wrong");
    }
}
