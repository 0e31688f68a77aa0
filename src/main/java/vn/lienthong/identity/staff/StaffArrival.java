package vn.lienthong.identity.staff;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.Logins;
import vn.lienthong.identity.login.StaffRegister;
import vn.lienthong.identity.staff.StaffTable.Account;

/** Begins a log-in of staff once all is proven; log-in and audit entry are kept or lost together. */
@Component
class StaffArrival {

    private final StaffTable table;
    private final Attempts attempts;
    private final Logins logins;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final StaffRules.Levels levels;
    private final Clock clock;

    StaffArrival(
            StaffTable table,
            Attempts attempts,
            Logins logins,
            Journal journal,
            TransactionTemplate transaction,
            StaffRules rules,
            Clock clock) {
        this.table = table;
        this.attempts = attempts;
        this.logins = logins;
        this.journal = journal;
        this.transaction = transaction;
        this.levels = rules.levels();
        this.clock = clock;
    }

    /** Empty when the password was reset meanwhile, or the account is locked or has no rights. */
    Optional<Authentication> begin(Account proven, boolean byFactor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            table.lock(proven.subject());
            boolean same = table.accountOf(proven.subject())
                    .filter(now -> now.password() != null)
                    .filter(now -> Objects.equals(now.passwordSetAt(), proven.passwordSetAt()))
                    .isPresent();
            Optional<Authentication> browser = same ? begun(proven, byFactor) : Optional.empty();
            if (browser.isEmpty()) {
                status.setRollbackOnly();
            }
            return browser;
        }));
    }

    private Optional<Authentication> begun(Account account, boolean byFactor) {
        attempts.forget(account.name());
        String level = byFactor ? levels.secondFactor() : levels.password();
        var login = new Login(
                UUID.randomUUID(), account.subject(), null, StaffRegister.PROVIDER, level, null, clock.instant());
        Authentication browser = logins.begin(login, null);
        if (logins.of(browser).isEmpty()) {
            return Optional.empty();
        }
        var details = Map.of("subject", account.subject(), "acr", level, "second-factor", byFactor);
        journal.record(Actor.staff(account.name()), "logged-in", login.id().toString(), details);
        return Optional.of(browser);
    }
}
