package vn.lienthong.hub.intake.accounts;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.database.DatabaseBreaker;

/** Per sender: records in flight and the age of the oldest, counted on a schedule so that a scrape costs nothing. */
@Component
class InFlightGauges {

    private final Accounts accounts;
    private final DatabaseBreaker breaker;
    private final Clock clock;
    private final MultiGauge inFlight;
    private final MultiGauge oldest;

    InFlightGauges(Accounts accounts, DatabaseBreaker breaker, Clock clock, MeterRegistry meters) {
        this.accounts = accounts;
        this.breaker = breaker;
        this.clock = clock;
        this.inFlight = MultiGauge.builder("lienthong.intake.in.flight")
                .description("Records accepted and not ended, those still in the door's queue included")
                .register(meters);
        this.oldest = MultiGauge.builder("lienthong.intake.in.flight.oldest")
                .description("Age of the oldest record being worked on")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    void refresh() {
        breaker.measure("Records in flight", () -> show(accounts.inFlight()));
    }

    private void show(List<Account> accounts) {
        inFlight.register(accounts.stream().map(a -> row(a, a.inFlight())).toList(), true);
        oldest.register(
                accounts.stream().map(a -> row(a, age(a.oldestInFlightAt()))).toList(), true);
    }

    private double age(@Nullable Instant acceptedAt) {
        return acceptedAt == null
                ? 0
                : Duration.between(acceptedAt, clock.instant()).toSeconds();
    }

    private static MultiGauge.Row<Number> row(Account account, double value) {
        return MultiGauge.Row.of(Tags.of("sender", account.sender()), value);
    }
}
