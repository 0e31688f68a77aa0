package vn.lienthong.hub.intake.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;

/** Whether the numbers add up: staff see every sender and the total, a sender itself. */
@RestController
class AccountsEndpoint {

    private static final String TOTAL = "total";

    private final Accounts accounts;
    private final Clock clock;
    private final Scheduler blocking;

    AccountsEndpoint(Accounts accounts, Clock clock, Scheduler blocking) {
        this.accounts = accounts;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** All accounts the caller may see, and their sum. */
    record Sheet(Instant at, List<Account> senders, Account total) {}

    @GetMapping("/api/v1/accounts")
    Mono<Sheet> show(@AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> sheet(caller)).subscribeOn(blocking);
    }

    private Sheet sheet(Caller caller) {
        List<Account> shown = accounts.all().stream()
                .filter(account -> caller.sees(account.sender()))
                .toList();
        return new Sheet(clock.instant(), shown, shown.stream().reduce(Account.nothing(TOTAL), Account::plus));
    }
}
